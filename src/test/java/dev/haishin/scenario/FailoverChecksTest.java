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
    assertEquals(List.of(), parse("sapporo", "").problems(), "whose gateways can ask Tokyo");
    assertEquals(
        "the clients of 'nagoya' beat in another way",
        problem("nagoya", ", clients: {heartbeat: 7s}"));
  }

  @Test
  void aSecondSiteIsForWhoHoldsData() throws Exception {
    ParseResult result = parse("tokyo", "", "standby: {region: sapporo}, failover: [osaka]");
    assertEquals(List.of(), result.problems());
    RegionSpec tokyo = result.scenario().orElseThrow().regions().get(0);
    assertEquals(
        new StandbySpec(3, 1_000_000_000L, 60_000_000_000L), tokyo.standby().orElseThrow());
    assertEquals(
        "cannot be: tokyo holds its own data, which nothing serves elsewhere",
        ofTokyo("failover: osaka"));
    assertEquals("'kobe' is no region", ofTokyo("standby: {region: kobe}"));
    assertEquals("'tokyo' is the region itself", ofTokyo("standby: {region: tokyo}"));
    assertEquals(
        "osaka holds no data: that is in tokyo",
        parse("tokyo, standby: {region: nagoya}", "").problems().get(0).wrong());
    assertEquals(
        "regions.nagoya.residency keeps data in tokyo, and a site in sapporo would hold a copy",
        parse("tokyo", ", residency: {body: home}", "standby: {region: sapporo}")
            .problems()
            .get(0)
            .wrong());
    assertEquals(
        "'0.5s' is out of bounds", ofTokyo("standby: {region: osaka, promote-after: 0.5s}"));
  }

  private String ofTokyo(String keys) throws Exception {
    List<Problem> problems = parse("nagoya", "", keys).problems();
    assertEquals(1, problems.size(), problems::toString);
    return problems.get(0).wrong();
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
    return parse(failover, ofNagoya, "zones: 3");
  }

  private ParseResult parse(String failover, String ofNagoya, String ofTokyo) throws Exception {
    String text =
        """
        name: small
        duration: 1m
        regions:
          tokyo: {users: 300, connected: 50%%, %s}
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
            .formatted(ofTokyo, failover, ofNagoya);
    Path file = Files.writeString(folder.resolve("small.yaml"), text);
    return ScenarioTexts.parser().parse(file, ParseOptions.none());
  }
}
