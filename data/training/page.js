'use strict';
(function () {
  const cards = Array.from(document.querySelectorAll('.card'));
  const picture = document.querySelector('figure svg');
  const controls = document.querySelector('.controls');
  const role = document.querySelector('#tl\\:role');
  const back = document.querySelector('#tl\\:back');
  const next = document.querySelector('#tl\\:next');
  const place = document.querySelector('#tl\\:place');
  let shown = null;

  function groupOf(card) {
    return document.getElementById(card.dataset.step);
  }

  function concerns(card) {
    return role.value === '' || card.dataset.roles.split(' ').includes(role.value);
  }

  function walk() {
    return cards.filter(concerns);
  }

  /* What has an entry of its own: its card, or its place in one. */
  function entryOf(id) {
    return document.getElementById('card:' + id) || document.getElementById('failure:' + id) ||
      document.getElementById('recovery:' + id);
  }

  function tellPlace() {
    const way = walk();
    const at = way.indexOf(shown);
    place.textContent = at === -1 ? '' :
      place.dataset.text.replace('{n}', at + 1).replace('{total}', way.length) + ': ' +
      shown.dataset.name;
    back.disabled = way.length === 0 || at === 0;
    next.disabled = way.length === 0 || at === way.length - 1;
  }

  function show(card) {
    cards.forEach(function (other) {
      other.hidden = other !== card;
      groupOf(other).classList.toggle('current', other === card);
      groupOf(other).setAttribute('aria-pressed', other === card ? 'true' : 'false');
    });
    shown = card;
    groupOf(card).scrollIntoView({ block: 'nearest', inline: 'center' });
    tellPlace();
  }

  function follow() {
    const entry = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const card = entry ? entry.closest('.card') : null;
    if (card === null) return;
    show(card);
    const head = entry === card ? card.querySelector('h2') : entry;
    head.focus();
    head.scrollIntoView({ block: 'nearest' });
  }

  function open(entry) {
    const hash = '#' + encodeURIComponent(entry.id);
    if (location.hash === hash) follow();
    else location.hash = hash;
  }

  /* The button keeps the keyboard, so that one can go on. */
  function go(steps) {
    const way = walk();
    const at = way.indexOf(shown);
    const to = way[at === -1 ? 0 : at + steps];
    if (to === undefined) return;
    show(to);
    history.replaceState(null, '', '#' + encodeURIComponent(to.id));
  }

  function reach(target) {
    let group = target.closest('g[id]');
    while (group !== null) {
      const entry = entryOf(group.id);
      if (entry !== null) return entry;
      group = group.parentElement.closest('g[id]');
    }
    return null;
  }

  cards.forEach(function (card) {
    const group = groupOf(card);
    group.setAttribute('tabindex', '0');
    group.setAttribute('role', 'button');
    group.setAttribute('aria-label', card.dataset.name);
  });
  picture.addEventListener('click', function (event) {
    const entry = reach(event.target);
    if (entry !== null) open(entry);
  });
  picture.addEventListener('keydown', function (event) {
    if (event.key !== 'Enter') if (event.key !== ' ') return;
    const entry = reach(event.target);
    if (entry === null) return;
    event.preventDefault();
    open(entry);
  });
  document.addEventListener('keydown', function (event) {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.target === role) return;
    if (event.target.tagName === 'FIGURE') return;
    const steps = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (steps === undefined) return;
    event.preventDefault();
    go(document.documentElement.dir === 'rtl' ? -steps : steps);
  });
  role.addEventListener('change', function () {
    cards.forEach(function (card) {
      groupOf(card).classList.toggle('faded', !concerns(card));
      card.classList.toggle('other', !concerns(card));
    });
    const way = walk();
    if (way.length !== 0) if (!way.includes(shown)) show(way[0]);
    tellPlace();
  });
  back.addEventListener('click', function () { go(-1); });
  next.addEventListener('click', function () { go(1); });
  window.addEventListener('hashchange', follow);

  controls.hidden = false;
  if (cards.length !== 0) show(cards[0]);
  follow();
}());
