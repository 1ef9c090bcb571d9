package dev.haishin.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsTest {
  private static final Settings SETTINGS =
      Settings.of(
          """
          name: example
          description: "one: two"
          scale: 100%  # default: language
          regions:
            tokyo:
              users: 60k
              platforms:
                ios: 50%  # default: S17, sureness G
              gateways: {}
          gateways:
            frame-in-cost: 45us  # default: G06, sureness D
            resumed: 80%  # default: T04, sureness V2
          failures:
            -
              at: 30s
              crash: gateway
          expect:
            delivery.online.p99: "<= 800ms"
          redis:
            command-cost: 10us  # default: D01, sureness V
          """);

  @Test
  void aValueHasThePathThatSetTakes() {
    assertEquals(Optional.of("60k"), SETTINGS.value("regions.tokyo.users"));
    assertEquals(Optional.of("one: two"), SETTINGS.value("description"));
    assertEquals(Optional.of("<= 800ms"), SETTINGS.value("expect.delivery.online.p99"));
    assertEquals(Optional.empty(), SETTINGS.value("failures.at"), "an item of a list");
    assertEquals(Optional.empty(), SETTINGS.value("regions.tokyo.gateways"), "an empty map");
  }

  @Test
  void theLeastSureDefaultsComeFirst() {
    assertEquals(
        List.of(
            new Setting("regions.tokyo.platforms.ios", "50%", "S17", "G"),
            new Setting("gateways.frame-in-cost", "45us", "G06", "D"),
            new Setting("gateways.resumed", "80%", "T04", "V2"),
            new Setting("redis.command-cost", "10us", "D01", "V"),
            new Setting("scale", "100%", "language", "")),
        SETTINGS.defaults());
  }

  @Test
  void numbersAreInSecondsOrShares() {
    assertEquals(45e-6, SETTINGS.number("gateways.frame-in-cost"), 1e-18);
    assertEquals(0.8, SETTINGS.number("gateways.resumed"), 1e-12);
    assertTrue(Double.isNaN(SETTINGS.number("name")));
    assertTrue(Double.isNaN(SETTINGS.number("nothing.of.the.kind")));
  }
}
