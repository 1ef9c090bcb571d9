package dev.haishin.experiment.trial;

/**
 * Heap that is promised to trials before they are built. A trial waits until its share is free; one
 * that is larger than everything runs alone.
 */
final class HeapBudget {
  private final long allBytes;
  private long takenBytes;
  private boolean closed;

  HeapBudget(long allBytes) {
    this.allBytes = allBytes;
  }

  /** Waits for a share; false if the budget was closed meanwhile. */
  synchronized boolean take(long bytes) throws InterruptedException {
    while (!closed && takenBytes > 0 && takenBytes + bytes > allBytes) {
      wait();
    }
    if (closed) {
      return false;
    }
    takenBytes += bytes;
    return true;
  }

  synchronized void giveBack(long bytes) {
    takenBytes -= bytes;
    notifyAll();
  }

  /** Nothing is given out from here on. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }
}
