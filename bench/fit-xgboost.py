"""XGBoost's histogram fit of the codes that fit-coded.ts wrote: 100 trees, depth 6, 2 threads. Arguments: file, columns."""
import json
import sys
import time

import numpy
import xgboost

path, columns = sys.argv[1], int(sys.argv[2])
cells = numpy.fromfile(path, dtype=numpy.uint8).reshape(columns + 1, -1)
matrix = xgboost.QuantileDMatrix(cells[:-1].T.astype(numpy.float32), cells[-1], max_bin=256, nthread=2)
settings = dict(tree_method="hist", max_depth=6, nthread=2, objective="binary:logistic")
started, busy = time.time(), time.process_time()
xgboost.train(settings, matrix, 100)
print(json.dumps({"seconds": time.time() - started, "cpuSeconds": time.process_time() - busy, "version": xgboost.__version__}))
