"""Writes the reference values beside this file, computed by numpy and scipy.

    python make.py

The numbers are what the tests compare with; each file says which versions made them. Formatting is left to Biome.
"""

import json
from pathlib import Path

import numpy as np
import scipy
from scipy import signal, stats


def write(name, **content):
    head = {"scipy": scipy.__version__, "numpy": np.__version__}
    text = json.dumps(head | content, default=lambda array: array.tolist(), indent=2)
    (Path(__file__).parent / f"{name}.json").write_text(text + "\n")


random = np.random.default_rng(2026)


def filters():
    values = np.round(random.standard_normal(70) + 0.05 * np.arange(70) + 3, 3)
    designs = [
        (1, "lowpass", 2, 100),
        (2, "lowpass", 0.25, 100),
        (4, "lowpass", 5, 100),
        (3, "lowpass", 30, 100),
        (8, "lowpass", 12, 100),
        (1, "highpass", 10, 58.8),
        (4, "highpass", 0.5, 58.8),
        (5, "highpass", 20, 58.8),
        (1, "bandpass", [1, 40], 100),
        (2, "bandpass", [0.3, 12], 100),
        (3, "bandpass", [0.05, 45], 100),
        (4, "bandpass", [2, 3], 441),
    ]
    cases = []
    for order, kind, cutoff, rate in designs:
        sections = signal.butter(order, cutoff, kind, fs=rate, output="sos")
        cases.append(
            {
                "design": {"order": order, "kind": kind, "cutoffHz": cutoff, "sampleRateHz": rate},
                # b0, b1, b2, a0, a1, a2
                "sections": sections,
                "filtered": signal.sosfiltfilt(sections, values),
            }
        )
    write("filters", expression="sosfiltfilt(butter(order, cutoff, kind, fs=rate, output='sos'), values)", values=values, cases=cases)


def spectra():
    values = np.round(random.standard_normal(50) + 2 * np.sin(0.9 * np.arange(50)) + 7, 3)
    weights = np.round(random.uniform(0.2, 1, 50), 3)
    transforms = []
    for size in [2, 4, 8, 16, 32, 64]:
        transform = np.fft.rfft(values, size)
        transforms.append({"size": size, "re": transform.real, "im": transform.imag})
    _, plain = signal.periodogram(values, 25, nfft=64)
    frequency, weighted = signal.periodogram(values, 25, window=weights, nfft=64)
    welch_frequency, welch = signal.welch(values, 25, nperseg=20, nfft=32)
    _, welch_odd = signal.welch(values, 25, nperseg=15, nfft=16)
    write(
        "spectra",
        values=values,
        weights=weights,
        transforms={"expression": "numpy.fft.rfft(values, size)", "cases": transforms},
        hann={"expression": "get_window('hann', n)", "even": signal.get_window("hann", 8), "odd": signal.get_window("hann", 5)},
        periodogram={
            "expression": "periodogram(values, 25, window=weights, nfft=64)",
            "frequency": frequency,
            "plain": plain,
            "weighted": weighted,
        },
        welch={
            "expression": "welch(values, 25, nperseg=20, nfft=32), welch(values, 25, nperseg=15, nfft=16)",
            "frequency": welch_frequency,
            "density": welch,
            "oddLength": welch_odd,
        },
    )


def peaks():
    # Repeating makes flat tops; two decimals keep the heights of different peaks apart.
    values = np.repeat(np.round(2 * random.standard_normal(70), 2), random.integers(1, 4, 70))
    cases = []
    for conditions in [
        {},
        {"height": 0},
        {"distance": 5},
        {"distance": 3.5},
        {"prominence": 2.5},
        {"height": -1, "distance": 7, "prominence": 3},
    ]:
        cases.append({"conditions": conditions, "peaks": signal.find_peaks(values, **conditions)[0]})
    write("peaks", expression="find_peaks(values, height, distance=, prominence=)", values=values, cases=cases)


def statistics():
    values = np.round(random.standard_normal(23) * 3 + 10, 3)
    shares = [0, 0.01, 0.05, 0.25, 1 / 3, 0.5, 0.75, 0.9, 0.975, 1]
    write(
        "statistics",
        expression="numpy mean, std, median, quantile; scipy.stats.median_abs_deviation",
        values=values,
        mean=values.mean(),
        standardDeviation=values.std(),
        median=np.median(values),
        quantiles=[{"p": p, "value": np.quantile(values, p)} for p in shares],
        medianAbsoluteDeviation=stats.median_abs_deviation(values),
    )


filters()
spectra()
peaks()
statistics()
