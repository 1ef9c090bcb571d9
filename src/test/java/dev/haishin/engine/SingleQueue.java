package dev.haishin.engine;

/**
 * Poisson arrivals at one station: the experiment behind most figures of queueing theory. Rates are
 * in events a second of simulated time.
 */
final class SingleQueue {
  private static final double NANOS = 1e9;

  private final int servers;
  private final double arrivalsPerSecond;
  private final Distribution interarrival;
  private final Distribution service;

  SingleQueue(int servers, double arrivalsPerSecond, Distribution service) {
    this.servers = servers;
    this.arrivalsPerSecond = arrivalsPerSecond;
    this.service = service;
    interarrival = Distributions.exponential(NANOS / arrivalsPerSecond);
  }

  static Distribution exponential(double mean) {
    return Distributions.exponential(mean * NANOS);
  }

  static Distribution fixed(double value) {
    return Distributions.fixed(Math.round(value * NANOS));
  }

  double arrivalsPerSecond() {
    return arrivalsPerSecond;
  }

  /** Shows the wait of each customer after the first {@code warmup}, in seconds. */
  void run(int seed, int warmup, int customers, Waits seen) {
    RandomStream arrivals = RandomStream.of(seed, "arrivals", "queue");
    RandomStream work = RandomStream.of(seed, "service", "queue");
    FifoStation station = new FifoStation(servers);
    long nowNs = 0;
    for (int i = 0; i < warmup + customers; i++) {
      nowNs += interarrival.sample(arrivals);
      station.arrive(nowNs, service.sample(work));
      if (i >= warmup) {
        seen.waited((station.lastStartNs() - nowNs) / NANOS);
      }
    }
  }

  /** The mean wait over replications, in seconds. */
  Replications meanWait(String name, int runs, int warmup, int customers) {
    return Replications.of(
        name,
        runs,
        seed -> {
          double[] sum = new double[1];
          run(seed, warmup, customers, wait -> sum[0] += wait);
          return sum[0] / customers;
        });
  }

  /** Takes in the wait of one customer. */
  @FunctionalInterface
  interface Waits {
    void waited(double seconds);
  }
}
