# Sourced by ./quest test: builds, runs every kind of test, and closes with the line "N passed, N failed".
cd "$here"
only=""
while [ $# -gt 0 ]; do
  case $1 in
    --only) only=${2:-}; shift 2 ;;
    *) stop "./quest test [--only architecture|unit|integration|browser]" ;;
  esac
done
case $only in ""|architecture|unit|integration|browser) ;; *) stop "There are four kinds of tests: architecture, unit, integration, browser." ;; esac

projects=()
for kind in Unit Architecture Integration Browser; do
  [ -z "$only" ] || [ "$only" = "$(echo $kind | tr '[:upper:]' '[:lower:]')" ] || continue
  projects+=("$kind")
done
case " ${projects[*]} " in *" Integration "*|*" Browser "*|*" Unit "*) need_postgres ;; esac
case " ${projects[*]} " in *" Browser "*) need_chromium ;; esac

failed_before=0
if [ -z "$only" ]; then
  say "Restoring from the lock files …"
  dotnet restore --locked-mode -v quiet --nologo >&2 || stop "The lock files and the projects disagree: run dotnet restore --force-evaluate and commit the change."
  say "Checking the format …"
  dotnet format whitespace --no-restore --verify-no-changes --exclude src/Infrastructure/Neon/Migrations src/Infrastructure/Accounts/Migrations >&2 || { say "The format differs: run dotnet format."; failed_before=1; }
  say "Building …"
  dotnet build -c Release --no-restore -v quiet --nologo -clp:NoSummary >&2 || stop "The build failed; what the compiler says stands above."
else
  for kind in "${projects[@]}"; do dotnet build "tests/${kind}Tests" -c Release -v quiet --nologo -clp:NoSummary >&2 || stop "The build failed; what the compiler says stands above."; done
fi

results="$here/artifacts/test-results"
rm -rf "$results"; mkdir -p "$results"
# Each project writes its counts; what it says goes to the screen as it comes.
run_project() {
  say "Running the $1 tests …"
  "artifacts/bin/QuestCms.$1Tests/release/QuestCms.$1Tests" -xml "$results/$1.xml" -noLogo >"$results/$1.log" 2>&1 || true
  grep -vE '^\s*$' "$results/$1.log" | tail -n 200 >&2 || true
}
passed=0; failed=$failed_before
for kind in "${projects[@]}"; do
  run_project "$kind"
  counts=$(grep -oE '<assembly [^>]*>' "$results/$kind.xml" 2>/dev/null | head -1 || true)
  number() { sed -nE "s/.* $1=\"([0-9]+)\".*/\1/p" <<<"$counts"; }
  p=$(number passed); f=$(number failed); e=$(number errors); s=$(number skipped); n=$(number not-run)
  if [ -z "$p" ] || [ "$((p + ${f:-0}))" -eq 0 ]; then say "The $kind tests ran no test."; failed=$((failed + 1)); continue; fi
  # Nothing is skipped: a skipped test counts as failed.
  passed=$((passed + p)); failed=$((failed + ${f:-0} + ${e:-0} + ${s:-0}))
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] || exit 1
exit 0
