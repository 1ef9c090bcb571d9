package dev.haishin.engine;

import java.util.function.IntUnaryOperator;

/**
 * The model of ROSS models/phold: every process starts with one event, and every event makes
 * another after 1 + Exp(1) units of time, with probability 1/4 at a process drawn from all.
 */
final class Phold extends LogicalProcess {
  static final long UNIT_NS = 1_000_000;
  private static final Distribution DELAY =
      Distributions.shift(UNIT_NS, Distributions.exponential(UNIT_NS));

  private final int processes;
  private final RandomStream random;

  private Phold(int number, int processes) {
    super("phold/" + number, 0);
    this.processes = processes;
    random = RandomStream.of(7, "phold", name());
  }

  /** A model ready to run. */
  static Simulation model(int processes, int partitions, IntUnaryOperator partitionOf) {
    Links links = new Links(1).connect(0, 0, UNIT_NS);
    Simulation simulation = new Simulation(links, partitions, EventQueues::standard);
    Phold[] all = new Phold[processes];
    for (int i = 0; i < processes; i++) {
      all[i] = simulation.add(new Phold(i, processes), partitionOf.applyAsInt(i));
    }
    simulation.seal();
    for (Phold one : all) {
      one.port().at(DELAY.sample(one.random), 0, 0, 0);
    }
    return simulation;
  }

  @Override
  protected void receive(Event event) {
    long atNs = event.timeNs() + DELAY.sample(random);
    long words = event.a() % 4;
    for (int i = 0; i < words; i++) {
      port().attach(event.timeNs() + i);
    }
    if (random.nextInt(4) == 0) {
      port().send(random.nextInt(processes), atNs, 1, event.a() + 1, event.wordCount());
    } else {
      port().at(atNs, 2, event.a() + 1, event.wordCount());
    }
  }
}
