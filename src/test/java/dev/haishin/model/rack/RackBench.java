package dev.haishin.model.rack;

import dev.haishin.engine.Distribution;
import dev.haishin.engine.Distributions;
import dev.haishin.engine.Event;
import dev.haishin.engine.FifoStation;
import dev.haishin.engine.HeapQueue;
import dev.haishin.engine.Links;
import dev.haishin.engine.LogicalProcess;
import dev.haishin.engine.RandomStream;
import dev.haishin.engine.Simulation;
import dev.haishin.model.Groups;
import dev.haishin.model.network.Network;
import java.util.ArrayList;
import java.util.List;

/** Askers in several zones who send random bursts to hosts in racks. */
final class RackBench {
  static final int ASKERS = 4;

  private static final long US = 1_000;
  private static final long SAME_ZONE_NS = 100 * US;
  private static final long SAME_REGION_NS = 400 * US;
  private static final int BURSTS = 200;
  private static final int MOST_COMMANDS = 12;
  private static final int UNANSWERED = 2;

  private final Simulation simulation;
  private final Station[] stations;
  private final List<Asker> askers = new ArrayList<>();

  RackBench(long seed, int racks, int hosts, int zones, int limit) {
    Links links =
        new Links(Groups.COUNT)
            .connect(Groups.WORKERS, Groups.REDIS, SAME_ZONE_NS)
            .connect(Groups.REDIS, Groups.WORKERS, SAME_ZONE_NS);
    simulation = new Simulation(links, 1, HeapQueue::new);
    Network network = new Network(SAME_ZONE_NS, SAME_REGION_NS, new long[1][1]);
    int[] processes = new int[racks];
    for (int rack = 0; rack < racks; rack++) {
      processes[rack] = rack;
    }
    Racks layout = new Racks(processes, hosts);
    stations = new Station[hosts];
    for (int rack = 0; rack < racks; rack++) {
      RackHost[] inRack = new RackHost[layout.hosts(rack)];
      for (int place = 0; place < inRack.length; place++) {
        int host = layout.host(rack, place);
        stations[host] = new Station(seed, host);
        inRack[place] = stations[host];
      }
      network.place(rack, 0, rack % zones);
      simulation.add(new Rack("rack/" + rack, Groups.REDIS, network, inRack), 0);
    }
    for (int i = 0; i < ASKERS; i++) {
      network.place(simulation.nextId(), 0, i % zones);
      askers.add(simulation.add(new Asker(i, seed, layout, network, limit), 0));
    }
  }

  void run() {
    simulation.seal();
    askers.forEach(Asker::start);
    simulation.runBefore(60_000_000_000L);
  }

  long events() {
    return simulation.dispatched();
  }

  List<Taken> taken(int host) {
    return stations[host].taken;
  }

  List<Answer> answers(int asker) {
    return askers.get(asker).answers;
  }

  /** Answers that were told after the instant at which they come. */
  List<Answer> late(int asker) {
    return askers.get(asker).late;
  }

  /** Answers that were told ahead of that instant. */
  int ahead(int asker) {
    return askers.get(asker).ahead;
  }

  /** A command as a host met it. */
  record Taken(long atNs, int asker, long tag, int operation, int argument, long second) {}

  /** An answer as an asker met it. */
  record Answer(long atNs, long tag, long value, int detail) implements Comparable<Answer> {
    @Override
    public int compareTo(Answer other) {
      return atNs != other.atNs ? Long.compare(atNs, other.atNs) : Long.compare(tag, other.tag);
    }
  }

  /** A host of one or two servers with costs from a stream of its own. */
  private static final class Station implements RackHost {
    private final FifoStation servers;
    private final Distribution cost = Distributions.exponential(200e3);
    private final RandomStream random;
    private final List<Taken> taken = new ArrayList<>();

    Station(long seed, int host) {
      servers = new FifoStation(1 + host % 2);
      random = RandomStream.of(seed, "cost", "host/" + host);
    }

    @Override
    public long execute(long nowNs, Command command, Answers answers) {
      taken.add(
          new Taken(
              nowNs,
              (int) command.first(),
              command.tag(),
              command.operation(),
              command.argument(),
              command.second()));
      if (command.operation() != UNANSWERED) {
        answers.add(command.tag(), -command.tag(), command.argument());
      }
      return servers.arrive(nowNs, cost.sample(random));
    }
  }

  /** A process that issues random bursts, some of which leave later than now. */
  private static final class Asker extends LogicalProcess {
    private static final int NEXT = 0;
    private static final int ANSWER_KIND = 48;

    private final int number;
    private final int hosts;
    private final RackClient client;
    private final RandomStream random;
    private final Distribution gap = Distributions.exponential(1e6);
    private final List<Answer> answers = new ArrayList<>();
    private final List<Answer> late = new ArrayList<>();
    private int ahead;
    private int bursts;
    private long tags;

    Asker(int number, long seed, Racks racks, Network network, int limit) {
      super("asker/" + number, Groups.WORKERS);
      this.number = number;
      this.hosts = racks.hosts();
      random = RandomStream.of(seed, "bursts", name());
      client = new RackClient(port(), racks, network, ANSWER_KIND, limit, this::answered);
    }

    void start() {
      port().at(gap.sample(random), NEXT, 0, 0);
    }

    @Override
    protected void receive(Event event) {
      if (client.owns(event.kind())) {
        client.receive(event);
        return;
      }
      int commands = 1 + random.nextInt(MOST_COMMANDS);
      for (int i = 0; i < commands; i++) {
        int host = random.nextInt(hosts);
        int argument = random.nextInt(1_000_000) - 500_000;
        client.add(host, tags++, random.nextInt(3), argument, number, tags * tags);
      }
      client.flush(random.nextInt(2) == 0 ? nowNs() : nowNs() + gap.sample(random) / 100);
      if (++bursts < BURSTS) {
        port().at(nowNs() + gap.sample(random), NEXT, 0, 0);
      }
    }

    private void answered(long tag, long value, int detail, long atNs) {
      Answer answer = new Answer(atNs, tag, value, detail);
      answers.add(answer);
      if (atNs < nowNs()) {
        late.add(answer);
      }
      if (atNs > nowNs()) {
        ahead++;
      }
    }
  }
}
