#!/bin/sh
# Eight parts of one very large clients file, screened with GNU parallel: on this machine, or on
# those of --sshlogin if they see the same folder. Run it where records.csv is. Each part reads
# the whole file and judges its own cases; answers are written whole or not at all, so this can
# be run again.
set -eu

# Every part has the same day. 3 says that rows have the status problem: the part is done.
seq 8 | parallel --jobs 4 --halt soon,fail=1 \
	'expunge screen records.csv -o answers-{}.csv --force --shard {}/8 --as-of 2026-11-23 --quiet || [ $? -eq 3 ]'

head -n 1 answers-1.csv > answers.csv
for part in answers-[1-8].csv; do tail -n +2 "$part"; done >> answers.csv
