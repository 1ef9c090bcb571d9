package dev.haishin.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.haishin.model.population.DailyShape;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code connected} takes, and what it says where it takes it not. */
class ConnectedKeysTest {
  private static final String MOVING = "clients.session={online: lognormal(p50=3m p99=60m)}";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{base: 70%, shape: daily} | regions.tokyo.connected | reaches 120% of the users | give a base of 58% at most",
        "{base: 60%, shape: [{at: 1m, rate: x2}, {at: 2m, rate: x1.5}]} | regions.tokyo.connected | reaches 150% of the users | give a base of 40% at most",
        "{base: 10%, shape: tidal} | regions.tokyo.connected.shape | 'tidal' is no shape | it takes constant, daily, trace(file.csv) or a list of {at, rate, ramp, decay}",
        "{shape: daily} | regions.tokyo.connected.base | is missing | it takes a fraction such as 40% or 0.4",
      })
  void isToldWhatIsWrong(String connected, String path, String wrong, String right) {
    ParseResult result =
        ScenarioTexts.parse(
            folder, ScenarioTexts.SMALL, "regions.tokyo.connected=" + connected, MOVING);
    assertEquals(1, result.problems().size(), result.problems()::toString);
    Problem problem = result.problems().get(0);
    assertEquals(path, problem.path());
    assertEquals(wrong, problem.wrong());
    assertTrue(problem.right().contains(right), problem.right());
  }

  @Test
  void aShapeNeedsPeopleWhoComeAndGo() {
    ParseResult result =
        ScenarioTexts.parse(
            folder,
            ScenarioTexts.SMALL,
            "regions.tokyo.connected={base: 30%, shape: daily}",
            "clients.session=static");
    assertEquals(1, result.problems().size(), result.problems()::toString);
    assertEquals("regions.tokyo.connected", result.problems().get(0).path());
  }

  @Test
  void fleetsAreMadeForTheMostWhoAreConnected() {
    String tokyo = "regions.tokyo.connected=";
    ScenarioSpec flat = ScenarioTexts.valid(folder, ScenarioTexts.SMALL, tokyo + "30%", MOVING);
    ScenarioSpec surge =
        ScenarioTexts.valid(
            folder,
            ScenarioTexts.SMALL,
            tokyo + "{base: 30%, shape: [{at: 1m, rate: x3}]}",
            MOVING);
    int usual = flat.regions().get(0).fleets().gateways().count();
    assertEquals(3 * usual, surge.regions().get(0).fleets().gateways().count());
    assertTrue(surge.transients().toString().contains("a shape of the connected"));
  }

  @Test
  void theDaysMostIsThatOfItsCourse() {
    assertEquals(new DailyShape(0).most(), new ShapeSpec.Daily().most(), 1e-12);
  }
}
