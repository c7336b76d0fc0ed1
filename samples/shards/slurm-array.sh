#!/bin/bash
# Eight parts of one clients file, as an array job. Submit it where clients.csv is:
#
#   sbatch slurm-array.sh
#
# A part that was stopped goes on where it was when the script is submitted again. When all are
# done, put the manifests together: cat part-*/manifest.jsonl > manifest.jsonl
#SBATCH --job-name=expunge
#SBATCH --array=1-8
#SBATCH --cpus-per-task=2
#SBATCH --mem=1G
#SBATCH --time=01:00:00
set -u
part=$SLURM_ARRAY_TASK_ID
of=$SLURM_ARRAY_TASK_COUNT

# Every part has the same day. 4 says that a petition was withheld or that rows wait in
# problems.csv: the part is done.
expunge batch clients.csv -o "part-$part" --shard "$part/$of" \
	--as-of 2026-11-23 --formats pdf --quiet || [ $? -eq 4 ]
