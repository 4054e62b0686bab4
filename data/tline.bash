# Completion of tline's commands, options and files, for bash.

_tline_words () {
  mapfile -t COMPREPLY < <(compgen -W "$1" -- "$2")
}

# Files whose name ends in one of the given extensions, and folders.
_tline_files () {
  local word=$1 name
  shift
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(
    compgen -d -- "$word"
    compgen -f -- "$word" | while IFS= read -r name; do
      [ -f "$name" ] && case " $* " in *" ${name##*.} "*) printf '%s\n' "$name" ;; esac
    done | sort -u)
}

_tline () {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]:-}
  local options
  COMPREPLY=()

  if [ "$COMP_CWORD" = 1 ]; then
    _tline_words 'new check fmt export info figures register arrange convert import-measurements print schema --help --version' "$word"
    return
  fi
  # "--theme=light" arrives as three words.
  if [ "$word" = '=' ]; then
    word=
  elif [ "$before" = '=' ]; then
    before=${COMP_WORDS[COMP_CWORD-2]}
  fi
  case $before in
    --template) _tline_words "$(tline new --list 2>/dev/null | cut -f1)" "$word"; return ;;
    --fail-on) _tline_words 'error warning advice never' "$word"; return ;;
    --what) _tline_words 'poster journey steps recoveries roles promises standards survey mystery-shop gaps pictures training role-play all' "$word"; return ;;
    --paper) _tline_words 'a0 a1 a2 a3 a4 a5 a6 letter legal tabloid' "$word"; return ;;
    --picture)
      # Where ":" parts words, what stands after it is a word of its own.
      if [[ $COMP_WORDBREAKS == *:* ]]; then
        _tline_words 'pareto survey standards satisfaction' "$word"
      else
        _tline_words 'pareto:priority pareto:rpn pareto:cost survey standards satisfaction' "$word"
      fi
      return ;;
    --overlay) _tline_words 'priority time gaps coverage role findings' "$word"; return ;;
    --theme) _tline_words 'light dark print' "$word"; return ;;
    --format)
      case $command in
        register) _tline_words 'table csv json' "$word" ;;
        *) _tline_words 'svg pdf png html' "$word" ;;
      esac
      return ;;
    --of) _tline_words 'failures recoveries gaps items standards' "$word"; return ;;
    --from | --to) _tline_words "$(tline convert --list 2>/dev/null | cut -f1)" "$word"; return ;;
    --output | -o) _tline_files "$word" throughline svg pdf png html; return ;;
    --rows) _tline_words 'measurements cases' "$word"; return ;;
    --per) _tline_words 'day week month quarter year file' "$word"; return ;;
    --dates) _tline_words 'day-first month-first' "$word"; return ;;
    --decimal) _tline_words 'point comma' "$word"; return ;;
    --delimiter) _tline_words 'comma semicolon tab bar' "$word"; return ;;
    --encoding) _tline_words 'utf-8 utf-16le utf-16be windows-1252 latin-1' "$word"; return ;;
    --unit) _tline_words 's min h d percent fraction' "$word"; return ;;
    --source)
      _tline_words 'timing count records audit mystery-shop survey-card post-service-survey
        feedback-form review test-call' "$word"
      return ;;
    --report) _tline_files "$word" txt json; return ;;
    --standard | --on | --date | --value | --share | --cases | --standard-column) return ;;
    --source-column | --start | --end | --met | --missed) return ;;
    --title | --today | --rule | --role | --scale | --dpi) return ;;
  esac
  case $command in
    new) options='--template --list --title --today --force' ;;
    check) options='--json --fail-on --rule --today' ;;
    info) options='--json' ;;
    figures) options='--json --today' ;;
    register) options='--of --format --today' ;;
    fmt) options='--stdout --check' ;;
    export)
      options='--output --format --theme --scale --dpi --picture --overlay --role --today' ;;
    arrange) options='--output' ;;
    print)
      options='--output --what --paper --portrait --landscape --fit --tile --fold --role --overlay --bw --today' ;;
    import-measurements)
      options='--standard --date --value --share --cases --standard-column --source-column --start
        --end --met --missed --rows --per --source --on --unit --dates --decimal --delimiter
        --encoding --no-header --today --dry-run --json --output' ;;
    convert) options='--from --to --list --report --json' ;;
    *) options= ;;
  esac
  case $word in
    -*) _tline_words "$options --help" "$word" ;;
    *)
      case $command in
        convert) _tline_files "$word" throughline svg bpmn xml ;;
        import-measurements) _tline_files "$word" throughline csv tsv txt ;;
        schema) ;;
        *) _tline_files "$word" throughline svg ;;
      esac ;;
  esac
}

complete -F _tline tline
