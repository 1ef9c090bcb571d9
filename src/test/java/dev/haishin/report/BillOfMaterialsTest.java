package dev.haishin.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BillOfMaterialsTest {
  @TempDir Path folder;

  @Test
  void whatTheFleetDoesNotCostIsTraffic() throws IOException {
    Files.writeString(
        folder.resolve("summary.json"),
        """
        {"schema": "haishin/summary/1", "scenario": "run", "variant": "baseline",
         "metrics": {"cost.per-month": {"kind": "gauge", "unit": "USD", "last": 1000}},
         "fleet": [{"component": "gateway", "region": "tokyo", "count": 4, "cores": 2,
                    "memory-bytes": 1024, "usd-per-month": 600},
                   {"component": "broker", "region": "tokyo", "count": 3, "cores": 8,
                    "memory-bytes": 0, "usd-per-month": 150}]}
        """);
    BillOfMaterials.write(RunReader.read(folder), folder);
    assertEquals(
        """
        component,region,hosts,cores each,memory each [B],cost [USD/month],share of cost [fraction]
        gateway,tokyo,4,2,1024,600,0.6
        broker,tokyo,3,8,0,150,0.15
        traffic,,,,,250,0.25
        """,
        Files.readString(folder.resolve(BillOfMaterials.FILE)));
  }

  @Test
  void keptDataIsNoTraffic() throws IOException {
    Files.writeString(
        folder.resolve("summary.json"),
        """
        {"schema": "haishin/summary/1", "scenario": "run", "variant": "baseline",
         "metrics": {"cost.per-month": {"kind": "gauge", "unit": "USD", "last": 1000},
                     "cost.storage": {"kind": "gauge", "unit": "USD", "last": 100}},
         "fleet": [{"component": "gateway", "region": "tokyo", "count": 4, "cores": 2,
                    "memory-bytes": 1024, "usd-per-month": 750}]}
        """);
    BillOfMaterials.write(RunReader.read(folder), folder);
    assertEquals(
        """
        component,region,hosts,cores each,memory each [B],cost [USD/month],share of cost [fraction]
        gateway,tokyo,4,2,1024,750,0.75
        storage,,,,,100,0.1
        traffic,,,,,150,0.15
        """,
        Files.readString(folder.resolve(BillOfMaterials.FILE)));
  }

  @Test
  void aRunWithoutAFleetHasNone() throws IOException {
    Files.writeString(
        folder.resolve("summary.json"),
        "{\"schema\": \"haishin/summary/1\", \"scenario\": \"run\", \"variant\": \"baseline\"}");
    BillOfMaterials.write(RunReader.read(folder), folder);
    assertFalse(Files.exists(folder.resolve(BillOfMaterials.FILE)));
  }
}
