#!/usr/bin/env bash
# Changes the code of orders, risk and reconciliation, one place at a time, and counts how many of the changes the modules'
# own tests notice (PIT). Prints a table and writes what survived to target/mutation/survivors.txt; see docs/mutation.md.
#   tools/mutation.sh                        the four modules, about a quarter of an hour on two free cores
#   tools/mutation.sh functions/reconciler   only the modules named; shared/venues (Binance's order adapter) can be, too
# Ends with 1 when fewer than 85 % are noticed in all, or fewer than 80 % in one module.
set -euo pipefail
cd "$(dirname "$0")/.."
in_all=85
in_one=80
standard=(shared/domain functions/risk-check functions/order-placer functions/reconciler)
modules=("${@:-${standard[@]}}")

classes=()
for module in "${modules[@]}"; do
  class=$(sed -n 's|.*<mutation.classes>\(.*\)</mutation.classes>.*|\1|p' "${module%/}/pom.xml" 2>/dev/null || true)
  [ -n "$class" ] || { echo "mutation.sh: $module is not measured; one of: ${standard[*]} shared/venues" >&2; exit 2; }
  classes+=("$class")
  rm -f "$module/target/pit-reports/mutations.csv"
done

out=target/mutation
mkdir -p "$out"
join() { local IFS=,; echo "$*"; }
# Only the named modules have classes that match; those they depend on are compiled and pass.
if ! ./mvnw -B -ntp -P mutation -pl "$(join "${modules[@]}")" -am test-compile \
    org.pitest:pitest-maven:mutationCoverage "-Dmutation.classes=$(join "${classes[@]}")" > "$out/log.txt" 2>&1; then
  grep -m 5 'ERROR' "$out/log.txt" >&2 || tail -20 "$out/log.txt" >&2
  echo "mutation.sh: the run failed, all of it is in $out/log.txt" >&2
  exit 2
fi

# PIT's columns: file, class, mutator, method, line, status, killing test. A change that does not load is none.
for module in "${modules[@]}"; do
  sed "s|^|${module%/},|" "$module/target/pit-reports/mutations.csv"
done > "$out/all.csv"
awk -F, '$7 !~ /^(KILLED|TIMED_OUT|MEMORY_ERROR|NON_VIABLE)$/ { sub(/.*\./, "", $4); print $1, $3 ":" $6, $5, $4, $7 }' \
  "$out/all.csv" | sort > "$out/survivors.txt"
awk -F, -v in_all="$in_all" -v in_one="$in_one" '
  function row(name, made, killed) { printf "%-24s %8d %8d %7.1f %%\n", name, made, killed, 100 * killed / made }
  $7 == "NON_VIABLE" { next }
  !($1 in made) { order[++rows] = $1 }
  { made[$1]++; sum++ }
  $7 ~ /^(KILLED|TIMED_OUT|MEMORY_ERROR)$/ { killed[$1]++; dead++ }
  END {
    if (!sum) { print "nothing was changed: see target/mutation/log.txt"; exit 2 }
    printf "%-24s %8s %8s %9s\n", "module", "changes", "noticed", "score"
    for (i = 1; i <= rows; i++) {
      row(order[i], made[order[i]], killed[order[i]])
      if (100 * killed[order[i]] < in_one * made[order[i]]) low = low " " order[i]
    }
    row("in all", sum, dead)
    if (low) { print "below " in_one " %:" low; code = 1 }
    if (100 * dead < in_all * sum) { print "below " in_all " % in all"; code = 1 }
    exit code
  }' "$out/all.csv" && code=0 || code=$?
echo "survivors: $out/survivors.txt"
exit "$code"
