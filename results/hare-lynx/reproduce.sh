#!/bin/sh
# Runs this again into a new folder; the results are the same to the bit.
# NDE names the command, if it is not on the path: NDE=~/nde4j/nde sh reproduce.sh
cd "$(dirname "$0")" || exit
exec "${NDE:-nde}" run distill --config config.resolved.yaml --data input/hare_lynx.csv --seed 1 "$@"
