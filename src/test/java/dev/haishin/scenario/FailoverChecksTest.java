package dev.haishin.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailoverChecksTest {
  @TempDir Path folder;

  @Test
  void namesAreIndicesInTheirOrder() throws Exception {
    ParseResult result = parse("[nagoya, tokyo]", "");
    assertEquals(List.of(), result.problems());
    assertEquals(List.of(2, 0), result.scenario().orElseThrow().regions().get(1).failover());
    assertEquals(List.of(), result.scenario().orElseThrow().regions().get(0).failover());
  }

  @Test
  void whatCannotBeIsSaid() throws Exception {
    assertEquals("'kobe' is no region", problem("kobe", ""));
    assertEquals("'osaka' is the region itself", problem("osaka", ""));
    assertEquals("names 'tokyo' twice", problem("[tokyo, tokyo]", ""));
    assertEquals("the gateways of 'sapporo' serve the data of sapporo", problem("sapporo", ""));
    assertEquals(
        "the clients of 'nagoya' beat in another way",
        problem("nagoya", ", clients: {heartbeat: 7s}"));
  }

  /** Osaka has three, one a zone. */
  @Test
  void aPersonsRowTells32768GatewaysApart() throws Exception {
    assertEquals(List.of(), parse("nagoya", ", gateways: {per-region: 32765}").problems());
    String most = ", gateways: {per-region: 32766}";
    assertEquals(List.of(), parse("tokyo", most).problems(), "it goes elsewhere");
    assertEquals(
        "its people may dial 32769 gateways, those elsewhere included", problem("nagoya", most));
    Problem alone = parse("tokyo", ", gateways: {per-region: 40000}").problems().get(0);
    assertEquals("regions.nagoya", alone.path());
    assertEquals("its people may dial 40000 gateways", alone.wrong());
    assertEquals("at most 32768: have fewer and larger ones, or give a scale", alone.right());
  }

  private String problem(String failover, String ofNagoya) throws Exception {
    List<Problem> problems = parse(failover, ofNagoya).problems();
    assertEquals(1, problems.size(), problems::toString);
    assertEquals(true, problems.get(0).path().startsWith("regions.osaka.failover"));
    return problems.get(0).wrong();
  }

  private ParseResult parse(String failover, String ofNagoya) throws Exception {
    String text =
        """
        name: small
        duration: 1m
        regions:
          tokyo: {users: 300, connected: 50%%}
          osaka: {users: 300, connected: 50%%, home: tokyo, failover: %s}
          nagoya: {users: 100, connected: 50%%, home: tokyo%s}
          sapporo: {users: 100, connected: 50%%}
        network:
          between:
            tokyo-osaka: 8ms
            tokyo-nagoya: 6ms
            osaka-nagoya: 5ms
            tokyo-sapporo: 9ms
            osaka-sapporo: 9ms
            nagoya-sapporo: 9ms
        chats: {direct: {share: 100%%}}
        traffic: {messages: {rate: 40/s}}
        """
            .formatted(failover, ofNagoya);
    Path file = Files.writeString(folder.resolve("small.yaml"), text);
    return ScenarioTexts.parser().parse(file, ParseOptions.none());
  }
}
