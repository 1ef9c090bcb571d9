package dev.haishin.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way of one delivery, as {@code trace.json} holds it.
 *
 * @param tookMs from tap to screen
 * @param rank by slowness among those that were followed, from 1
 * @param followed how many were
 * @param measured how many deliveries the run measured; more than were followed if a sample was
 * @param legs in the order of time, without a gap
 */
record DeliveryWay(
    String message,
    String recipient,
    double tookMs,
    long rank,
    long followed,
    long measured,
    List<Leg> legs) {
  DeliveryWay {
    legs = List.copyOf(legs);
  }

  /**
   * A stretch of the way.
   *
   * @param fromMs since the tap
   */
  record Leg(String stage, String meaning, double fromMs, double waitMs, double serviceMs) {}

  /** Reads the file, if a folder has it. */
  static Optional<DeliveryWay> read(Path folder) throws IOException {
    Path file = folder.resolve("trace.json");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    JsonNode root = new ObjectMapper().readTree(Files.readString(file, StandardCharsets.UTF_8));
    List<Leg> legs = new ArrayList<>();
    for (JsonNode leg : root.path("legs")) {
      legs.add(
          new Leg(
              leg.path("stage").asText(),
              leg.path("means").asText(),
              leg.path("from-ms").asDouble(),
              leg.path("wait-ms").asDouble(),
              leg.path("service-ms").asDouble()));
    }
    return Optional.of(
        new DeliveryWay(
            root.path("message").asText(),
            root.path("recipient").asText(),
            root.path("milliseconds").asDouble(),
            root.path("rank").asLong(),
            root.path("followed").asLong(),
            root.path("measured").asLong(root.path("followed").asLong()),
            legs));
  }
}
