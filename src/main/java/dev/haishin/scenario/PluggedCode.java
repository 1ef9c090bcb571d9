package dev.haishin.scenario;

import java.util.List;

/** What the language needs to know of delivery code from outside. */
public interface PluggedCode {
  /** Nothing is plugged in. */
  PluggedCode NONE =
      new PluggedCode() {
        @Override
        public List<String> strategies() {
          return List.of();
        }

        @Override
        public List<String> routers() {
          return List.of();
        }

        @Override
        public String refusal(Section fanout) {
          return "";
        }
      };

  /** Names of fan-out strategies beside those of the language. */
  List<String> strategies();

  /** Names of session routers beside those of the language. */
  List<String> routers();

  /**
   * What a plugged-in strategy has against its settings: what is wrong and what would be right, or
   * empty.
   *
   * @param fanout the section {@code delivery.fanout}
   */
  String refusal(Section fanout);
}
