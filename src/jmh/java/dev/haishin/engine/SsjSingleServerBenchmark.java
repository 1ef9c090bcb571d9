package dev.haishin.engine;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import umontreal.ssj.simevents.Event;
import umontreal.ssj.simevents.Simulator;
import umontreal.ssj.simevents.eventlist.SplayTree;

/**
 * M/M/1 at utilisation 0.9 as one writes it for SSJ (L'Ecuyer, Meliani, Vaucher: SSJ, a framework
 * for stochastic simulation in Java, WSC 2002): an event an arrival and one a departure, in the
 * splay tree that is its default. Random numbers and waits are those of {@link
 * SingleServerBenchmark}, so that the ratio of the two {@code customers} is that of the engines.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class SsjSingleServerBenchmark {
  private static final double SERVICE_NS = 1e6;
  private static final double MEAN_WAIT = 9;
  private static final double WAIT_TOLERANCE = 0.3;
  private static final long ENOUGH_CUSTOMERS = 50_000_000;
  private static final int CUSTOMERS_A_RUN = 1_000_000;

  /** Customers served, as a rate. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Served {
    public long customers;
  }

  private final RandomStream arrivals = RandomStream.of(1, "arrivals", "counter");
  private final RandomStream services = RandomStream.of(1, "services", "counter");
  private final ExponentialNs gapNs = new ExponentialNs(SERVICE_NS / 0.9);
  private final ExponentialNs serviceNs = new ExponentialNs(SERVICE_NS);
  private final Simulator simulator = new Simulator(new SplayTree());
  private final Waiting waiting = new Waiting();
  private int servedInRun;
  private long customers;
  private double waitedNs;

  @Benchmark
  public void serve(Served served) {
    simulator.init();
    waiting.clear();
    servedInRun = 0;
    new Arrival().schedule(0);
    simulator.start();
    served.customers += servedInRun;
  }

  @TearDown
  public void checkWait() {
    double meanWait = waitedNs / SERVICE_NS / customers;
    if (customers > ENOUGH_CUSTOMERS && Math.abs(meanWait - MEAN_WAIT) > WAIT_TOLERANCE) {
      throw new IllegalStateException("mean wait " + meanWait + " service times, not 9");
    }
  }

  private void beginService(double arrivedNs) {
    waitedNs += simulator.time() - arrivedNs;
    customers++;
    new Departure().schedule(serviceNs.of(services.nextLong()));
  }

  /** A customer comes, and the next one is drawn. */
  private final class Arrival extends Event {
    Arrival() {
      super(simulator);
    }

    @Override
    public void actions() {
      new Arrival().schedule(gapNs.of(arrivals.nextLong()));
      waiting.add(simulator.time());
      if (waiting.size() == 1) {
        beginService(simulator.time());
      }
    }
  }

  /** A customer goes, and the next one's service begins. */
  private final class Departure extends Event {
    Departure() {
      super(simulator);
    }

    @Override
    public void actions() {
      waiting.removeFirst();
      if (++servedInRun == CUSTOMERS_A_RUN) {
        simulator.stop();
      } else if (waiting.size() > 0) {
        beginService(waiting.first());
      }
    }
  }

  /** When those came who are in the system, in order; the first one is being served. */
  private static final class Waiting {
    private double[] ring = new double[1024];
    private int head;
    private int count;

    void add(double arrivedNs) {
      if (count == ring.length) {
        double[] larger = new double[2 * count];
        for (int i = 0; i < count; i++) {
          larger[i] = ring[(head + i) & (count - 1)];
        }
        ring = larger;
        head = 0;
      }
      ring[(head + count++) & (ring.length - 1)] = arrivedNs;
    }

    double first() {
      return ring[head];
    }

    void removeFirst() {
      head = (head + 1) & (ring.length - 1);
      count--;
    }

    int size() {
      return count;
    }

    void clear() {
      head = 0;
      count = 0;
    }
  }
}
