#!/usr/bin/env python3
"""Two spirals, 2-16-16-1, Adam

Written by ChainStep from samples/spiral.chain at update 0. It goes on from there, with the same rows in the same order:

    python3 spiral.py --epochs 20
    torchrun --nproc_per_node 4 spiral.py --epochs 20

spiral-data.npz holds the rows, spiral-state.npz the parameters and the optimizer's memory. What it saves is a state
of the same form, which `chainstep train --resume` and `chainstep predict` read as well.
"""
import argparse
import json
import os
import sys
from pathlib import Path

import numpy as np
import torch
import torch.distributed as dist
from torch import nn
from torch.nn import functional as F
from torch.nn.parallel import DistributedDataParallel

HERE = Path(__file__).resolve().parent
STEM = "spiral"

# the arguments of the model that are rows of data, the one that holds the targets, and the parts of the data
NAMES = ("X", "t", )
TARGET = "t"
PARTS = ("training", "validation", "test", )
COUNT = 300
BATCH = 10
PER_EPOCH = COUNT // BATCH if NAMES else 1
# whether the model is one of single rows, without an axis for them
ALONE = False
SHUFFLE = True
SEED = 1
EPOCHS = 300

# what Python calls a parameter or a memory, and what it is called in the files
PARAMETERS = {
    "W1": "W1",
    "b1": "b1",
    "W2": "W2",
    "b2": "b2",
    "W3": "W3",
    "b3": "b3",
}
MEMORY = {
    ("m", "W1"): "m(W1)",
    ("v", "W1"): "v(W1)",
    ("t", ""): "t()",
    ("m", "b1"): "m(b1)",
    ("v", "b1"): "v(b1)",
    ("m", "W2"): "m(W2)",
    ("v", "W2"): "v(W2)",
    ("m", "b2"): "m(b2)",
    ("v", "b2"): "v(b2)",
    ("m", "W3"): "m(W3)",
    ("v", "W3"): "v(W3)",
    ("m", "b3"): "m(b3)",
    ("v", "b3"): "v(b3)",
}
BUFFERS = {
}

WORD = (1 << 64) - 1
GOLDEN = 0x9E3779B97F4A7C15


def number(x):
    return x if torch.is_tensor(x) else torch.tensor(float(x))


def truth(condition):
    """1 where it holds, else 0."""
    return number(condition).to(torch.get_default_dtype())


def maximum(a, b):
    """Of two equal numbers the first gets the gradient."""
    return torch.where(a >= b, a, b)


def minimum(a, b):
    return torch.where(a <= b, a, b)


def largest(x, dims, keep):
    """The largest number along some axes, all where none is named; of equal ones the first gets the gradient, along one axis."""
    if not dims:
        value = x.flatten().max(dim=0).values
        return value.reshape([1] * x.dim()) if keep else value
    return x.max(dim=dims[0], keepdim=keep).values if len(dims) == 1 else x.amax(dim=dims, keepdim=keep)


def smallest(x, dims, keep):
    return -largest(-x, dims, keep)


def fold(state, key):
    """The finaliser of splitmix64, for whole numbers of 64 bits and arrays of them."""
    with np.errstate(over="ignore"):
        z = np.uint64(state) + (np.asarray(key, dtype=np.uint64) + np.uint64(1)) * np.uint64(GOLDEN)
        a = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        b = (a ^ (a >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        return b ^ (b >> np.uint64(31))


def mask(model, shape, keep, seed, node, iteration, first):
    """What dropout leaves of a batch from row `first` on: 1/keep or 0; where nothing is learnt, all of it."""
    device = next(model.parameters()).device
    if not model.training:
        return torch.ones(shape, device=device)
    key = fold(fold(fold(0, seed & WORD), node), iteration)
    size = int(np.prod(shape))
    begin = first * (size // shape[0]) if shape else 0
    u = (fold(key, np.arange(begin, begin + size)) >> np.uint64(11)) * 2.0**-53
    return torch.tensor(np.where(u < keep, 1 / keep, 0.0).reshape(shape), dtype=torch.get_default_dtype(), device=device)


class Model(nn.Module):
    def __init__(self, state, data):
        super().__init__()
        for name, key in PARAMETERS.items():
            setattr(self, name, nn.Parameter(tensor(state[key])))
        for name, key in BUFFERS.items():
            self.register_buffer(name, tensor(data[key]))

    def forward(self, X, t, iteration=0, first=0):
        """The loss, and the answer to each row."""
        h1 = torch.tanh(X @ self.W1 + self.b1)
        h2 = torch.tanh(h1 @ self.W2 + self.b2)
        y = torch.tanh(h2 @ self.W3 + self.b3)
        L = torch.mean((y - t) ** 2)
        return L, y


class Update:
    """minimize(L, adam(lr=0.01))"""

    def __init__(self, model, state, device):
        self.model = model
        self.memory = {name: tensor(state[key]).to(device) for name, key in MEMORY.items()}

    @torch.no_grad()
    def step(self):
        """From old values alone; then all change at once."""
        model, memory, after = self.model, self.memory, []
        t = memory["t", ""] + 1.0
        bias_beta1 = torch.pow(number(0.9), t)
        bias_beta1_2 = 1.0 - bias_beta1
        bias_beta2 = torch.pow(number(0.999), t)
        bias_beta2_2 = 1.0 - bias_beta2
        after.append((memory["t", ""], t))
        for p in ("W1", "b1", "W2", "b2", "W3", "b3",):
            w = getattr(model, p)
            g = w.grad
            m = 0.9 * memory["m", p] + 0.1 * g
            v = 0.999 * memory["v", p] + 0.001 * g ** 2
            new = w - 0.01 * (m / bias_beta1_2 / (torch.sqrt(v / bias_beta2_2) + 1.0E-8))
            after.append((memory["m", p], m))
            after.append((memory["v", p], v))
            after.append((w, new))
        for old, value in after:
            old.copy_(number(value))


def tensor(array):
    return torch.tensor(np.array(array), dtype=torch.get_default_dtype())


def mix(z):
    a = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & WORD
    b = ((a ^ (a >> 27)) * 0x94D049BB133111EB) & WORD
    return b ^ (b >> 31)


def order(epoch):
    """In which order an epoch takes the rows: drawn from the seed, as ChainStep draws it."""
    rows = list(range(COUNT))
    if SHUFFLE:
        state = mix((mix(SEED & WORD) + (epoch + 1) * GOLDEN) & WORD)
        for i in range(COUNT - 1, 0, -1):
            state = (state * 6364136223846793005 + 1442695040888963407) & WORD
            j = int((state >> 11) * 2.0**-53 * (i + 1))
            rows[i], rows[j] = rows[j], rows[i]
    return torch.tensor(rows)


class Batches:
    """The rows of each update; too few for a batch at the end of an epoch are passed over."""

    def __init__(self, tables, device):
        self.tables = tables
        self.device = device
        self.epoch = -1

    def rows(self, iteration):
        if iteration // PER_EPOCH != self.epoch:
            self.epoch = iteration // PER_EPOCH
            self.order = order(self.epoch).to(self.device)
        begin = iteration % PER_EPOCH * BATCH
        return self.order[begin : begin + BATCH]

    def take(self, rows):
        return [table[rows[0]] if ALONE else table[rows] for table in self.tables]


def share(rank, world):
    """Which rows of a batch belong to a process."""
    return BATCH * rank // world, BATCH * (rank + 1) // world


@torch.no_grad()
def weight(model, batches, rank, world):
    """By what a process's loss is multiplied so that the mean of all gradients is the whole batch's: for a mean of rows, or for a sum."""
    if world == 1:
        return 1.0
    if not NAMES or ALONE or BATCH < world:
        sys.exit(f"{world} processes cannot share an update of {BATCH if NAMES else 0} rows")
    model.eval()
    rows = batches.rows(0)
    parts = [share(k, world) for k in range(world)]
    losses = [model(*batches.take(rows[a:b]))[0] for a, b in parts]
    whole = model(*batches.take(rows))[0]
    mean = sum(loss * (b - a) / BATCH for loss, (a, b) in zip(losses, parts))
    model.train()
    if torch.allclose(mean, whole, rtol=1e-4):
        begin, end = parts[rank]
        return (end - begin) * world / BATCH
    if torch.allclose(sum(losses), whole, rtol=1e-4):
        return float(world)
    sys.exit("the loss is neither a mean nor a sum over the rows of a batch, so processes cannot share it")


def right(y, t):
    return (y > 0) == (t > 0)


@torch.no_grad()
def scores(model, parts):
    """Loss and, for classes, the share of right answers over each part."""
    model.eval()
    told = {}
    for part, tables in parts.items():
        targets = tables[NAMES.index(TARGET)] if TARGET else None
        if ALONE:
            runs = [model(*[table[k] for table in tables]) for k in range(len(tables[0]))]
            loss = sum(run[0] for run in runs) / len(runs)
            answers = torch.stack([run[1] for run in runs]) if TARGET else None
        else:
            loss, answers = model(*tables)
        told[part] = {"loss": loss.item()}
        fits = right(answers, targets) if TARGET else None
        if fits is not None:
            told[part]["accuracy"] = fits.to(torch.float64).mean().item()
    model.train()
    return told


def save(file, model, update, iteration):
    """A state that ChainStep reads too: written beside its place and renamed."""
    arrays = {key: getattr(model, name) for name, key in PARAMETERS.items()}
    arrays.update({key: update.memory[name] for name, key in MEMORY.items()})
    arrays = {key: np.array(value.detach().cpu().numpy(), dtype="<f8", order="C") for key, value in arrays.items()}
    draft = file.with_name(f".{file.name}.{os.getpid()}.part")
    with open(draft, "wb") as out:
        np.savez(out, iteration=np.array(float(iteration)), **arrays)
    os.replace(draft, file)


def tell(settings, epoch, iteration, loss, told):
    if settings.json:
        print(json.dumps({"epoch": epoch, "updates": iteration, "batch_loss": loss, **told}), flush=True)
        return
    line = f"epoch {epoch}" + (f"  loss {loss:.6g}" if loss is not None else "")
    for part, score in told.items():
        line += f"  {part} {score['loss']:.6g}"
        line += f" {100 * score['accuracy']:.1f} %" if "accuracy" in score else ""
    print(line, flush=True)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--epochs", type=int, default=EPOCHS, help="counted from the beginning (%(default)s)")
    parser.add_argument("--data", type=Path, default=HERE / f"{STEM}-data.npz")
    parser.add_argument("--state", type=Path, default=HERE / f"{STEM}-state.npz", help="what to go on from")
    parser.add_argument("--save", type=Path, default=HERE / f"{STEM}-trained.npz", help="where the state goes")
    parser.add_argument("--dtype", choices=("float64", "float32"), default="float64")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--json", action="store_true", help="a JSON object for each epoch")
    return parser.parse_args()


def main():
    settings = arguments()
    world = int(os.environ.get("WORLD_SIZE", "1"))
    rank = int(os.environ.get("RANK", "0"))
    device = torch.device(settings.device)
    if device.type == "cuda" and world > 1:
        device = torch.device("cuda", int(os.environ["LOCAL_RANK"]))
        torch.cuda.set_device(device)
    if world > 1:
        dist.init_process_group("nccl" if device.type == "cuda" else "gloo")
    torch.set_default_dtype(getattr(torch, settings.dtype))
    data = np.load(settings.data)
    state = np.load(settings.state)
    model = Model(state, data).to(device)
    update = Update(model, state, device)
    parts = {part: [tensor(data[f"{name}.{part}"]).to(device) for name in NAMES] for part in PARTS}
    batches = Batches(parts.get("training", []), device)
    scale = weight(model, batches, rank, world)
    net = DistributedDataParallel(model, broadcast_buffers=False) if world > 1 else model
    # one tensor for all sums: one of many, dropped while its sum was still being dealt with, could lock the end of the process
    total = torch.zeros((), device=device)
    train(settings, net, model, update, batches, parts, int(state["iteration"]), rank, world, scale, total)
    del net
    if world > 1:
        dist.destroy_process_group()


def train(settings, net, model, update, batches, parts, iteration, rank, world, scale, total):
    begin, end = share(rank, world)
    losses = []
    if rank == 0:
        tell(settings, iteration // PER_EPOCH, iteration, None, scores(model, parts))
    while iteration < settings.epochs * PER_EPOCH:
        taken = batches.take(batches.rows(iteration)[begin:end]) if NAMES else []
        for parameter in model.parameters():
            parameter.grad = torch.zeros_like(parameter)
        loss = net(*taken, iteration=iteration, first=begin)[0] * scale
        # where only steps lead to the loss, all gradients are 0
        if loss.requires_grad:
            loss.backward()
        total.copy_(loss.detach().sum() / world)
        if world > 1:
            dist.all_reduce(total)
        if not torch.isfinite(total):
            sys.exit(f"stopped before update {iteration}: its loss is {total.item()}")
        losses.append(total.item())
        update.step()
        iteration += 1
        if iteration % PER_EPOCH == 0:
            if rank == 0:
                tell(settings, iteration // PER_EPOCH, iteration, sum(losses) / len(losses), scores(model, parts))
                save(settings.save, model, update, iteration)
            losses = []


if __name__ == "__main__":
    main()
