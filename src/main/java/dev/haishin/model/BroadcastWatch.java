package dev.haishin.model;

import dev.haishin.model.fanout.Audience;
import dev.haishin.model.population.ClientShard;
import dev.haishin.model.population.People;
import dev.haishin.results.Completion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Follows broadcasts to the last screen. At the start of each, between two steps of the run, it
 * asks the clients of its audience who is connected, and at the end who of them has not had it. It
 * sends no event, so no course of events depends on it.
 */
final class BroadcastWatch {
  private final WorldPlan plan;
  private final People people;
  private final List<ClientShard> shards;
  private final List<Integer> byStart = new ArrayList<>();
  private int begun;

  BroadcastWatch(WorldPlan plan, People people, List<ClientShard> shards) {
    this.plan = plan;
    this.people = people;
    this.shards = shards;
    for (int number = 0; number < plan.broadcasts().size(); number++) {
      byStart.add(number);
    }
    byStart.sort(Comparator.comparingLong(this::startNs));
  }

  /** When the next broadcast begins, nanoseconds; beyond any run where there is none. */
  long nextNs() {
    return begun < byStart.size() ? startNs(byStart.get(begun)) : Long.MAX_VALUE;
  }

  /** The next broadcast begins now: all that came before it has happened, and nothing after. */
  void begin() {
    int number = byStart.get(begun++);
    Audience audience = LoadAssembly.audiences(plan, people)[number];
    for (int region = 0; region < plan.regions().size(); region++) {
      audience.eachOf(
          region, user -> shards.get(people.shard(user)).awaits(number, user, startNs(number)));
    }
  }

  /** How far each broadcast came, in the order of the scenario. */
  List<Completion> completions() {
    List<Completion> completions = new ArrayList<>();
    for (int number = 0; number < byStart.size(); number++) {
      long online = 0;
      long left = 0;
      long lastNs = 0;
      for (ClientShard shard : shards) {
        online += shard.awaited().online(number);
        left += shard.awaited().left(number);
        lastNs = Math.max(lastNs, shard.awaited().lastNs(number));
      }
      completions.add(new Completion(startNs(number), online, left, lastNs));
    }
    return completions;
  }

  private long startNs(int number) {
    return plan.broadcasts().get(number).atNs();
  }
}
