package dev.haishin.experiment.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.haishin.Golden;
import dev.haishin.results.file.MadeBy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a comparison of made-up results, byte for byte. */
class CompareFilesTest {
  @TempDir Path folder;

  @BeforeEach
  void writesAComparison() throws IOException {
    Outcomes outcomes =
        new MadeUpContest()
            .variant("baseline", 12_000, 44, 45, 46)
            .variant("slow", 11_000, 54.1, 55, 55.9)
            .variant("short", 13_000, 44, Double.NaN, 45)
            .onOtherTaps()
            .variant("oracle", 12_000, 30, 31, 32)
            .run();
    CompareIdentity identity =
        new CompareIdentity(
            "made-up",
            "four worlds",
            "steady-state",
            100,
            0.5,
            10,
            List.of("a note"),
            new MadeBy("1", "ab", List.of()));
    new CompareFiles(identity, outcomes).write(folder);
  }

  @Test
  void theJsonIsTheGoldenOne() throws IOException {
    Golden.assertSame(CompareFilesTest.class, "compare.json", read("compare.json"));
  }

  @Test
  void theTableHasALineAFigureAndContender() throws IOException {
    assertEquals(
        """
        path,unit,variant,value,low,high,rank,verdict,difference,difference-low,difference-high,difference-shown,paired,variance-saved
        delivery.online.p99,ms,baseline,45,42.5159,47.4841,1,met,,,,,,
        delivery.online.p99,ms,slow,55,52.7643,57.2357,2,missed,10,9.75159,10.2484,true,true,181
        delivery.online.p99,ms,short,,,,,unknown,,,,,,
        delivery.online.p99,ms,oracle,31,28.5159,33.4841,,met,-14,-14,-14,true,true,
        cost.per-month,USD,slow,11000,11000,11000,1,,-1000,-1000,-1000,true,true,1
        cost.per-month,USD,baseline,12000,12000,12000,2,,,,,,,
        cost.per-month,USD,short,13000,13000,13000,3,,1000,1000,1000,true,false,1
        cost.per-month,USD,oracle,12000,12000,12000,,,0,0,0,false,true,1
        """,
        read("compare.csv"));
  }

  @Test
  void everyReplicationIsKept() throws IOException {
    assertEquals(
        """
        variant,replication,seed,tap-digest,delivery.online.p99 [ms],delivery.online.p50 [ms],send.ack.p99 [ms],cost.per-month [USD],fanout.write-amplification
        baseline,0,100,0000000000000000,44,,,12000,
        baseline,1,101,0000000000000001,45,,,12000,
        baseline,2,102,0000000000000002,46,,,12000,
        slow,0,100,0000000000000000,54.1,,,11000,
        slow,1,101,0000000000000001,55,,,11000,
        slow,2,102,0000000000000002,55.9,,,11000,
        short,0,100,00000000000003e8,44,,,13000,
        short,1,101,00000000000003e9,,,,13000,
        short,2,102,00000000000003ea,45,,,13000,
        oracle,0,100,0000000000000000,30,,,12000,
        oracle,1,101,0000000000000001,31,,,12000,
        oracle,2,102,0000000000000002,32,,,12000,
        """,
        read("replications.csv"));
  }

  private String read(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }
}
