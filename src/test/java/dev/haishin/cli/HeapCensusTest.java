package dev.haishin.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;
import dev.haishin.engine.Agenda;
import dev.haishin.engine.FifoStation;
import dev.haishin.engine.LadderQueue;
import dev.haishin.experiment.trial.Trial;
import dev.haishin.experiment.trial.TrialScenario;
import dev.haishin.model.Plans;
import dev.haishin.model.World;
import dev.haishin.model.WorldPlan;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

/** Objects are as large as the JVM says that it allocated for them. */
class HeapCensusTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Fields of each width, an array of each, and one array twice. */
  private static class Base {
    final byte flag = 1;
    final long[] words = new long[1_000];
  }

  private static final class Holder extends Base {
    final boolean isOn = true;
    final short small = 2;
    final char letter = 'c';
    final int number = 3;
    final float single = 4;
    final double pair = 5;
    final Object again = words;
    final int[][] rows = {new int[7], new int[8], null};
    final byte[] bytes = new byte[13];
    final short[] shorts = new short[3];
    final Object nothing = null;
  }

  @Test
  void anObjectIsAsLargeAsWhatWasAllocated() {
    assertIsAsAllocated("cli.HeapCensusTest", Holder::new);
    assertIsAsAllocated("engine.Agenda", Agenda::new);
    assertIsAsAllocated("engine.FifoStation", () -> new FifoStation(8));
  }

  @Test
  void whatHangsOnAnObjectIsItsOwnWhereItIsOfAClassOfOurs() {
    Map<String, Long> queue = HeapCensus.of(new LadderQueue());
    Map<String, Long> agendas = HeapCensus.of(new Object[] {new Agenda(), new LadderQueue()});
    assertEquals(queue.get("engine.LadderQueue"), agendas.get("engine.LadderQueue"));
    assertEquals(queue.get("engine.SortedRun"), agendas.get("engine.SortedRun"));
    assertEquals(HeapCensus.of(new Agenda()).get("engine.Agenda"), agendas.get("engine.Agenda"));
  }

  @Test
  void elementsOfCollectionsCountOnceAndByTheirClass() {
    Agenda shared = new Agenda();
    List<Object> list = new ArrayList<>(List.of(shared, new Agenda(), Map.of("agenda", shared)));
    assertEquals(
        2 * HeapCensus.of(shared).get("engine.Agenda"), HeapCensus.of(list).get("engine.Agenda"));
  }

  /** In a world so large that the program itself is little beside it. */
  @Test
  void aWorldIsWhatTheHeapHasMoreOfForIt() throws JMException {
    Path file = Path.of("scenarios/heartbeats-300m.yaml");
    List<String> overrides = List.of("scale=1%", "failures=[]", "duration=70s");
    WorldPlan plan =
        Plans.of(TrialScenario.read(file, Trial.BASELINE, overrides, List.of()), List.of());
    long before = liveBytes();
    World world = World.build(plan, 1);
    long held = liveBytes() - before;
    long listed = HeapCensus.of(world).values().stream().mapToLong(Long::longValue).sum();
    assertEquals(held, listed, 0.01 * held);
    assertEquals(3_000_000, world.footprint().users());
  }

  /** The last line of the JVM's own list of live objects by class. */
  private static long liveBytes() throws JMException {
    String list =
        (String)
            ManagementFactory.getPlatformMBeanServer()
                .invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                    "gcClassHistogram",
                    new Object[] {new String[0]},
                    new String[] {String[].class.getName()});
    String[] total = list.strip().substring(list.strip().lastIndexOf('\n')).strip().split(" +");
    return Long.parseLong(total[total.length - 1]);
  }

  private static void assertIsAsAllocated(String name, Supplier<Object> make) {
    HeapCensus.of(make.get());
    long before = THREADS.getCurrentThreadAllocatedBytes();
    Object made = make.get();
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
    assertEquals(Map.of(name, allocated), HeapCensus.of(made));
  }
}
