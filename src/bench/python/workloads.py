"""Networks by hand in numpy, one thread: updates a second of processor time. Arguments: how many seconds a network, and its sizes."""
import os
import sys
import time

os.environ["OPENBLAS_NUM_THREADS"] = "1"
import numpy as np


def network(sizes, kind):
    g = np.random.default_rng(1)
    draw = lambda i, o: g.standard_normal((i, o)).astype(kind) / np.sqrt(i).astype(kind)
    return [[draw(i, o), np.zeros(o, kind)] for i, o in zip(sizes, sizes[1:])]


def update(layers, x, t, name):
    values = [x]
    for k, (w, b) in enumerate(layers):
        z = values[-1] @ w + b
        last = k == len(layers) - 1
        values.append(np.tanh(z) if name == "tanh" else 1 / (1 + np.exp(-z)) if name == "sigmoid" else z if last else np.maximum(z, 0))
    y = values[-1]
    if name == "relu":
        p = np.exp(y - y.max(1, keepdims=True))
        d = p / p.sum(1, keepdims=True) - t
    else:
        d = (y - t) * (1 - y * y if name == "tanh" else y * (1 - y))
    for k in reversed(range(len(layers))):
        w, b = layers[k]
        a = values[k]
        dw, db = a.T @ d, d.sum(0)
        if k:
            s = 1 - a * a if name == "tanh" else a * (1 - a) if name == "sigmoid" else a > 0
            d = (d @ w.T) * s
        w -= w.dtype.type(0.03 / len(x)) * dw
        b -= b.dtype.type(0.03 / len(x)) * db


def rate(seconds, sizes, batch, name, kind):
    layers = network(sizes, kind)
    g = np.random.default_rng(2)
    x = g.random((batch, sizes[0])).astype(kind)
    t = np.eye(sizes[-1], dtype=kind)[g.integers(0, sizes[-1], batch)]
    best = 0
    for _ in range(3):
        start, n = time.process_time(), 0
        while time.process_time() - start < seconds / 3:
            update(layers, x, t, name)
            n += 1
        best = max(best, n / (time.process_time() - start))
    return best


for spec in sys.argv[2:]:
    label, sizes, batch, name, kind = spec.split(":")
    print(label, rate(float(sys.argv[1]), [int(s) for s in sizes.split("-")], int(batch), name, np.dtype(kind)), flush=True)
