#!/bin/bash
# Eight parts of one very large clients file, screened as an array job. Submit it where
# records.csv is:
#
#   sbatch screen-slurm-array.sh
#
# When all are done, put the answers together: (head -n 1 answers-1.csv; tail -q -n +2 answers-[1-8].csv) > answers.csv
#SBATCH --job-name=expunge-screen
#SBATCH --array=1-8
#SBATCH --cpus-per-task=2
#SBATCH --mem=512M
#SBATCH --time=01:00:00
set -u
part=$SLURM_ARRAY_TASK_ID
of=$SLURM_ARRAY_TASK_COUNT

# Every part has the same day. 3 says that rows have the status problem: the part is done.
expunge screen records.csv -o "answers-$part.csv" --force --shard "$part/$of" \
	--as-of 2026-11-23 --quiet || [ $? -eq 3 ]
