# Sourced by ./quest test: builds, runs every kind of test, and closes with the line "N passed, N failed", whatever happens.
cd "$here"
passed=0; failed=0; counted=""
# What stops before the count is a failure of its own.
trap '[ -n "$counted" ] || echo "$passed passed, $((failed + 1)) failed"' EXIT
trap 'exit 130' INT TERM

only=""
while [ $# -gt 0 ]; do
  case $1 in
    --only) only=${2:-none}; shift; [ $# -eq 0 ] || shift ;;
    *) stop "./quest test [--only architecture|unit|integration|browser|pages|faults]" ;;
  esac
done
case $only in ""|architecture|unit|integration|browser|pages|faults) ;; *) stop "There are four kinds of tests: architecture, unit, integration, browser; pages, those browser tests that try every page by role; and faults, the long rounds of power going." ;; esac
choice=()
# Every page for every role, light and dark, full and empty, by pointer and by keyboard: the part of the browser tests for changes of pages and styles.
if [ "$only" = pages ]; then only=browser; choice=(-namespace "QuestCms.BrowserTests.Routes"); fi
# Power goes 20 times during 200 saves, at the application and at the database; with every run it goes four times.
if [ "$only" = faults ]; then only=integration; choice=(-namespace "QuestCms.IntegrationTests.Faults"); export QUEST_FAULT_ROUNDS=20; fi

projects=()
for kind in Architecture Unit Integration Browser; do
  [ -z "$only" ] || [ "$only" = "$(tr '[:upper:]' '[:lower:]' <<<"$kind")" ] || continue
  projects+=("$kind")
done

# Many processes that live for seconds: what the compiler would measure to make them faster later is wasted on them.
export DOTNET_TieredPGO=0
# Room for 64 MB (hexadecimal) before something is collected: memory is what a machine that tests has.
export DOTNET_GCgen0size=4000000
# What is compiled here need not be guarded against being written over: each guard is two more calls of the system.
export DOTNET_EnableWriteXorExecute=0
# Colours are for people at a terminal, not for a log.
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
[ -t 2 ] || export NO_COLOR=1 DOTNET_SYSTEM_CONSOLE_ALLOW_ANSI_COLOR_REDIRECTION=0

if [ -z "$only" ]; then
  say "Restoring from the lock files …"
  dotnet restore --locked-mode -v quiet --nologo >&2 || stop "The lock files and the projects disagree: run dotnet restore --force-evaluate and commit the change."
  say "Checking the format, building …"
  dotnet format whitespace --no-restore --verify-no-changes --exclude src/Infrastructure/Neon/Migrations src/Infrastructure/Accounts/Migrations >&2 & format=$!
  # One compiler for all projects, and gone when they are built.
  build --no-restore QuestCms.sln -p:UseSharedCompilation=true
  dotnet build-server shutdown --vbcscompiler >/dev/null 2>&1 || true
  wait "$format" || { say "The format differs: run dotnet format whitespace."; failed=1; }
else
  for kind in "${projects[@]}"; do build "tests/${kind}Tests"; done
fi
case " ${projects[*]} " in *" Integration "*|*" Browser "*|*" Unit "*) need_postgres ;; esac
case " ${projects[*]} " in *" Browser "*) need_chromium ;; esac

results="$here/artifacts/test-results"
rm -rf "$results"; mkdir -p "$results"

# Everything a project says is kept beside its results; the screen shows what failed: name, why, where. What failed outside of a test is shown too.
show_failures() {
  awk '/ \[FAIL\]$| \[FATAL ERROR\]/ {show = 1; lines = 0; print; next}
       show && /^      / {if (lines++ < 25) print; next}
       {show = 0}' "$1" | head -n 400 >&2
}

for kind in "${projects[@]}"; do
  say "Running the $(tr '[:upper:]' '[:lower:]' <<<"$kind") tests …"
  log="$results/$kind.log"; xml="$results/$kind.xml"; code=0
  # The integration tests start the application many times for a few seconds each: compiling what was called often once more, better, comes too late there.
  if [ "$kind" = Integration ]; then export DOTNET_TC_CallCounting=0; else unset DOTNET_TC_CallCounting; fi
  "artifacts/bin/QuestCms.${kind}Tests/release/QuestCms.${kind}Tests" ${choice[@]+"${choice[@]}"} -result-xml "$xml" -noLogo -noColor >"$log" 2>&1 || code=$?
  counts=$(grep -oE '<assembly [^>]*>' "$xml" 2>/dev/null | head -1 || true)
  number() { local n; n=$(sed -nE "s/.* $1=\"([0-9]+)\".*/\1/p" <<<"$counts"); echo "${n:-0}"; }
  # Nothing is skipped: a skipped test counts as failed.
  p=$(number passed); f=$(($(number failed) + $(number errors) + $(number skipped)))
  if [ "$f" -gt 0 ]; then show_failures "$log"; say "All they said: $log"; fi
  if [ $((p + f)) -eq 0 ] || { [ "$code" -ne 0 ] && [ "$f" -eq 0 ]; }; then
    say "The $(tr '[:upper:]' '[:lower:]' <<<"$kind") tests ended before their end (exit code $code). Their last words:"
    tail -n 20 "$log" >&2
    f=$((f + 1))
  fi
  passed=$((passed + p)); failed=$((failed + f))
done
counted=yes
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
