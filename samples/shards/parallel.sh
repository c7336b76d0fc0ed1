#!/bin/sh
# Eight parts of one clients file with GNU parallel: on this machine, or on those of
# --sshlogin if they see the same folder. Run it where clients.csv is. A part that was stopped
# goes on where it was when this is run again.
set -eu

# Every part has the same day. 4 says that a petition was withheld or that rows wait in
# problems.csv: the part is done.
seq 8 | parallel --jobs 4 --halt soon,fail=1 \
	'expunge batch clients.csv -o part-{} --shard {}/8 --as-of 2026-11-23 --formats pdf --quiet || [ $? -eq 4 ]'

cat part-*/manifest.jsonl > manifest.jsonl
