package dev.haishin.experiment.trial;

import dev.haishin.experiment.Expectations;
import dev.haishin.model.Estimate;
import dev.haishin.model.Plans;
import dev.haishin.model.World;
import dev.haishin.scenario.ScenarioSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs trials on threads of this process, each on one, as many at once as the heap can hold by
 * {@link Estimate}.
 *
 * <p>A failure of the world is a result; a scenario that cannot be read, a lack of heap and what
 * the watch or the taker of results throw end everything.
 */
public final class LocalTrials implements TrialEngine {
  private final int threads;
  private final long heapBytes;
  private final TrialRunner runner;
  private final TrialWatch watch;

  /**
   * An engine.
   *
   * @param heapBytes that all trials at once may take
   */
  public LocalTrials(int threads, long heapBytes, TrialRunner runner, TrialWatch watch) {
    if (threads < 1) {
      throw new IllegalArgumentException("at least one thread is needed, not " + threads);
    }
    this.threads = threads;
    this.heapBytes = heapBytes;
    this.runner = runner;
    this.watch = watch;
  }

  @Override
  public void run(List<Trial> trials, Results results) {
    Round round = new Round(List.copyOf(trials));
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < Math.min(threads, trials.size()); i++) {
      Thread worker = new Thread(round::work, "trial-" + i);
      worker.setDaemon(true);
      workers.add(worker);
      worker.start();
    }
    try {
      round.handOver(results);
    } finally {
      round.stop();
      join(workers);
    }
  }

  private static void join(List<Thread> workers) {
    boolean interrupted = false;
    for (Thread worker : workers) {
      while (worker.isAlive()) {
        try {
          worker.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** One call of the engine: what is left to run, and what has finished. */
  private final class Round {
    private final List<Trial> trials;
    private final AtomicInteger next = new AtomicInteger();
    private final BlockingQueue<Object> finished = new LinkedBlockingQueue<>();
    private final HeapBudget heap = new HeapBudget(heapBytes);
    private volatile boolean stopped;

    Round(List<Trial> trials) {
      this.trials = trials;
    }

    /** Hands results over until there is one for each trial, or one that ends them all. */
    void handOver(Results results) {
      for (int i = 0; i < trials.size(); i++) {
        Object outcome;
        try {
          outcome = finished.take();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("interrupted while trials ran", e);
        }
        if (outcome instanceof TrialResult result) {
          results.finished(result);
        } else if (outcome instanceof RuntimeException exception) {
          throw exception;
        } else {
          throw (Error) outcome;
        }
      }
    }

    void stop() {
      stopped = true;
      heap.close();
    }

    void work() {
      for (int i = next.getAndIncrement(); i < trials.size() && !stopped; ) {
        try {
          TrialResult result = run(trials.get(i));
          finished.add(result);
          i = next.getAndIncrement();
        } catch (EndedException end) {
          finished.add(end.getCause());
          return;
        } catch (InterruptedException | StoppedException end) {
          return;
        }
      }
    }

    private TrialResult run(Trial trial) throws InterruptedException {
      ScenarioSpec scenario;
      long bytes;
      try {
        scenario = TrialScenario.of(trial);
        bytes = Estimate.of(Plans.of(scenario, Expectations.of(scenario).views())).heapBytes();
      } catch (InvalidScenarioException invalid) {
        throw new EndedException(invalid);
      } catch (RuntimeException failure) {
        return TrialResult.crashed(trial, failure);
      }
      if (!heap.take(bytes)) {
        throw new StoppedException();
      }
      try {
        return runner.run(trial, scenario, progress(trial));
      } catch (EndedException | StoppedException end) {
        throw end;
      } catch (RuntimeException | StackOverflowError | AssertionError failure) {
        return TrialResult.crashed(trial, failure);
      } catch (Error fatal) {
        throw new EndedException(fatal);
      } finally {
        heap.giveBack(bytes);
      }
    }

    private World.Progress progress(Trial trial) {
      return (atNs, endNs, events) -> {
        if (stopped) {
          throw new StoppedException();
        }
        try {
          watch.reached(trial, atNs, endNs, events);
        } catch (RuntimeException asked) {
          throw new EndedException(asked);
        }
      };
    }
  }

  /** Another trial, or whoever takes the results, has ended all of them. */
  private static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StoppedException() {
      super("stopped", null, false, false);
    }
  }

  /** Carries what ends all trials out of the one in which it happened. */
  private static final class EndedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    EndedException(Throwable cause) {
      super("ended", cause, false, false);
    }
  }
}
