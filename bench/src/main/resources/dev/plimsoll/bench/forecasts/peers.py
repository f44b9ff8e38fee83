# SPDX-License-Identifier: Apache-2.0
"""Forecasts time series with models of Nixtla's statsforecast.

Reads from standard input the path of one job after the other, and prints it again when its answer
is written. A job PATH.job.json has

    values       the samples at equal steps; null where one is absent
    stepSeconds  the time between two samples
    daySteps     samples in a day
    origins      the last sample that each forecast may know
    horizon      how many samples to forecast from each

The answer has two files. PATH.answer.f64 holds little-endian doubles: for each model that answered,
each origin and each step, the quantiles of LEVELS. PATH.answer.json, written last, lists all models
in that order with the mean CPU time of a fit and its forecast, or with the reason of their failure.

A gap within the history is filled on a straight line, one at its end with the last value before it.
"""

import json
import os
import sys
import time
import warnings
from pathlib import Path

for library in ("OMP", "OPENBLAS", "MKL"):
    os.environ[library + "_NUM_THREADS"] = "1"

import numpy as np
from statsforecast.models import MSTL, AutoARIMA, AutoETS, AutoTheta, Naive, SeasonalNaive

LEVELS = ("lo-90", "lo-50", "mean", "hi-50", "hi-90")
RECENT_SAMPLES = 500
LARGEST_HISTORY = 20_160
COARSE_SECONDS = 300
HOUR_SECONDS = 3_600
DAYS_OF_THETA = 7
DAYS_OF_HISTORY = 28


def auto_arima(history, _step_seconds, _day):
    return AutoARIMA(season_length=1), history[-RECENT_SAMPLES:]


def auto_ets(history, step_seconds, day):
    season = day if step_seconds == HOUR_SECONDS else 1
    return AutoETS(season_length=season), history[-RECENT_SAMPLES:]


def auto_theta(history, step_seconds, day):
    if step_seconds < COARSE_SECONDS:
        return AutoTheta(season_length=1), history[-RECENT_SAMPLES:]
    return AutoTheta(season_length=day), history[-DAYS_OF_THETA * day :]


def mstl(history, _step_seconds, day):
    history = recent(history, day)
    if len(history) < 2 * day:
        raise ValueError("less than two days of history")
    seasons = [day, 7 * day] if len(history) >= 14 * day else [day]
    # LOESS at every tenth of a day, straight lines between, as R's stl has it by default: at
    # every sample a week of minutes takes minutes, for nearly the same curve.
    jump = max(1, day // 10)
    coarser = {"trend_jump": jump, "low_pass_jump": jump}
    return MSTL(season_length=seasons, stl_kwargs=coarser), history


def seasonal_naive(history, _step_seconds, day):
    history = recent(history, day)
    if len(history) <= day:
        raise ValueError("no more than a day of history")
    return SeasonalNaive(season_length=day), history


def naive(history, _step_seconds, day):
    return Naive(), recent(history, day)


PEERS = {
    "AutoARIMA": auto_arima,
    "AutoETS": auto_ets,
    "AutoTheta": auto_theta,
    "MSTL": mstl,
    "SeasonalNaive": seasonal_naive,
    "Naive": naive,
}


def recent(history, day):
    return history[-min(DAYS_OF_HISTORY * day, LARGEST_HISTORY) :]


def without_gaps(values, origin):
    """The samples up to the origin, from the first that is there."""
    known = values[: origin + 1]
    present = np.flatnonzero(~np.isnan(known))
    if len(present) == 0:
        raise ValueError("no sample before the origin")
    return np.interp(np.arange(present[0], len(known)), present, known[present])


def quantiles(history, horizon, peer, step_seconds, day):
    """One row for each step, one column for each level."""
    np.random.seed(1)
    model, part = peer(history, step_seconds, day)
    forecast = model.forecast(y=part, h=horizon, level=[50, 90])
    rows = np.column_stack([forecast[level] for level in LEVELS])
    if not np.isfinite(rows).all():
        raise ValueError("a forecast that is not a finite number")
    return rows


def answer(name, job):
    """The forecasts from all origins, and their mean CPU time in microseconds."""
    values = np.array(job["values"], dtype=float)
    forecasts, nanos = [], 0
    for origin in job["origins"]:
        history = without_gaps(values, origin)
        begin = time.process_time_ns()
        forecasts.append(
            quantiles(history, job["horizon"], PEERS[name], job["stepSeconds"], job["daySteps"])
        )
        nanos += time.process_time_ns() - begin
    return np.array(forecasts), nanos / 1000 / len(forecasts)


def answer_all(path):
    stem = path.removesuffix(".job.json")
    job = json.loads(Path(path).read_text())
    peers = []
    with open(stem + ".answer.f64", "wb") as numbers:
        for name in PEERS:
            # Whatever a library thinks of a series, the other models are still to be asked.
            try:
                forecasts, micros = answer(name, job)
                numbers.write(forecasts.astype("<f8").tobytes())
                peers.append({"model": name, "cpuMicros": micros})
            except Exception as problem:
                reason = " ".join(f"{type(problem).__name__}: {problem}".split())
                peers.append({"model": name, "failure": reason})
    unfinished = Path(stem + ".answer.tmp")
    unfinished.write_text(json.dumps({"peers": peers}))
    unfinished.replace(stem + ".answer.json")


def warm_up():
    """What a first call loads and allocates is no part of any series."""
    wave = 10 + np.sin(np.arange(96) * np.pi / 12) + np.cos(np.arange(96) ** 2)
    for peer in PEERS.values():
        quantiles(wave, 12, peer, HOUR_SECONDS, 24)


def main():
    warnings.simplefilter("ignore")
    # What a library prints must not be taken for the end of a job.
    finished, sys.stdout = sys.stdout, sys.stderr
    warm_up()
    for line in sys.stdin:
        answer_all(line.rstrip("\n"))
        print(line, end="", file=finished, flush=True)


if __name__ == "__main__":
    main()
