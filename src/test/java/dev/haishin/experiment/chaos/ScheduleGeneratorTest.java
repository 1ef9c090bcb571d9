package dev.haishin.experiment.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialScenario;
import dev.haishin.scenario.FailureKind;
import dev.haishin.scenario.ScenarioSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScheduleGeneratorTest {
  private static final Path QUICKSTART = Path.of("scenarios/quickstart.yaml");
  private static final int MANY = 300;

  @Test
  void everySchedulePassesTheScenariosOwnReader() {
    for (Schedule schedule : draw("chaos={share: 50%, at-once: 2}").subList(0, 60)) {
      assertTrue(
          TrialScenario.parse(QUICKSTART, Trial.BASELINE, List.of(schedule.setting()), List.of())
              .problems()
              .isEmpty(),
          schedule.text());
    }
  }

  @Test
  void everyKindThatIsModelledHappens() {
    Set<String> kinds = kinds(draw("chaos={}"));
    Set<String> modelled =
        FailureKind.MODELLED.stream()
            .map(kind -> kind.verb() + " " + kind.component())
            .filter(kind -> !kind.startsWith(Limits.PARTITION))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(modelled, kinds);
  }

  @Test
  void onlyTheVerbsThatAreAllowedHappen() {
    Set<String> kinds = kinds(draw("chaos={verbs: [vanish]}"));
    assertEquals(Set.of("vanish gateway", "vanish worker"), kinds);
  }

  @Test
  void noMoreFailuresLastAtOnceThanAllowed() {
    for (Schedule schedule : draw("chaos={at-once: 1}")) {
      for (Incident one : schedule.incidents()) {
        for (Incident other : schedule.incidents()) {
          boolean apart = one.endNs() < other.atNs() || other.endNs() < one.atNs();
          assertTrue(one == other || apart, schedule.text());
        }
      }
    }
    assertTrue(
        draw("chaos={at-once: 3}").stream().anyMatch(schedule -> !schedule.keepsTo(2)),
        "none overlaps");
  }

  @Test
  void noFailureHitsMoreThanTheShareAndAtLeastOneHost() {
    int mostHosts = 0;
    long mostClients = 0;
    for (Schedule schedule : draw("gateways.per-region=20", "chaos={share: 25%}")) {
      for (Incident incident : schedule.incidents()) {
        if (incident.component().equals("clients")) {
          mostClients = Math.max(mostClients, incident.value("share"));
        } else {
          mostHosts = Math.max(mostHosts, (int) incident.hit(20));
        }
      }
    }
    assertEquals(5, mostHosts);
    assertTrue(mostClients <= 2_500 && mostClients > 2_000, "" + mostClients);
  }

  @Test
  void theSameSeedAndNumberAreTheSameSchedule() {
    ScenarioSpec scenario = scenario("chaos={}");
    ScheduleGenerator one = new ScheduleGenerator(new Limits(scenario), 7);
    ScheduleGenerator other = new ScheduleGenerator(new Limits(scenario), 7);
    Schedule fifth = one.draw(5);
    other.draw(1);
    assertEquals(fifth, other.draw(5));
    assertNotEquals(fifth, one.draw(6));
    assertNotEquals(fifth, new ScheduleGenerator(new Limits(scenario), 8).draw(5));
  }

  @Test
  void failuresComeAfterTheWarmUpAndBeforeTheEnd() {
    for (Schedule schedule : draw("warmup=20s")) {
      assertTrue(schedule.size() >= 1 && schedule.size() <= 4, schedule.text());
      for (Incident incident : schedule.incidents()) {
        assertTrue(incident.atNs() >= 20_000_000_000L, schedule.text());
        assertTrue(incident.atNs() < 60_000_000_000L, schedule.text());
      }
    }
  }

  @Test
  void whereNothingMayHappenThereIsNothingToDraw() {
    Limits nothing = new Limits(scenario("chaos={verbs: []}"));
    assertThrows(IllegalArgumentException.class, () -> new ScheduleGenerator(nothing, 1));
  }

  private static Set<String> kinds(List<Schedule> schedules) {
    return schedules.stream()
        .flatMap(schedule -> schedule.kinds().stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<Schedule> draw(String... settings) {
    ScenarioSpec scenario = scenario(settings);
    ScheduleGenerator generator = new ScheduleGenerator(new Limits(scenario), scenario.seed());
    return IntStream.range(0, MANY).mapToObj(generator::draw).toList();
  }

  private static ScenarioSpec scenario(String... settings) {
    return TrialScenario.read(QUICKSTART, Trial.BASELINE, List.of(settings), List.of());
  }
}
