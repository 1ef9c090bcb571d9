package dev.haishin.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvelopeTest {
  @TempDir Path folder;

  /** 300 records a second at 40 µs and 1200 recipients at 2 µs are 14.4 ms of 4 × 2 cores. */
  @Test
  void rateTimesCostOverCores() throws IOException {
    Files.writeString(
        folder.resolve("summary.json"),
        """
        {"schema": "haishin/summary/1", "scenario": "run", "variant": "baseline",
         "simulated-seconds": 60, "measured-from-seconds": 10,
         "metrics": {
           "messages.accepted": {"kind": "counter", "unit": "", "count": 15000},
           "fanout.recipients-per-message": {"kind": "gauge", "unit": "", "last": 4},
           "fanout.cpu": {"kind": "gauge", "unit": "fraction", "mean": 0.0019, "max": 0.002}},
         "fleet": [{"component": "worker", "region": "a", "count": 1, "cores": 2},
                   {"component": "worker", "region": "b", "count": 3, "cores": 2}]}
        """);
    Files.writeString(
        folder.resolve("scenario.yaml"),
        """
        kafka:
          fanout-workers:
            record-cost: 40us  # default: P21, sureness G
            recipient-cost: 2us  # default: P21, sureness G
        """);
    List<Envelope.Estimate> estimates = Envelope.of(RunReader.read(folder));
    assertEquals(1, estimates.size(), "nothing is known of the other components");
    assertEquals("fanout.cpu", estimates.get(0).path());
    assertEquals(0.0144 / 8, estimates.get(0).utilisation(), 1e-12);
    assertEquals(
        "300/s records × 40 µs + 1,200/s recipients × 2 µs, over 8 cores", estimates.get(0).sum());
  }
}
