package dev.haishin.model.kafka;

import static dev.haishin.model.kafka.KafkaLab.MS;
import static dev.haishin.model.kafka.KafkaLab.US;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class KafkaAllocationTest {
  private static final int RECORDS = 60_000;

  @Test
  void aRecordAllocatesNothingOnceTheClusterIsWarm() {
    KafkaLab lab = new KafkaLab();
    lab.keeps = false;
    lab.partitions = 12;
    lab.producers = 4;
    lab.workers = 3;
    lab.settings = ProducerSettings.of(Acks.ALL, MS);
    lab.build();
    run(lab, 0, RECORDS / 2);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    run(lab, RECORDS / 2, RECORDS);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;

    assertTrue(lab.worker[0].received > RECORDS / 6);
    assertTrue(allocated < RECORDS / 2, () -> allocated + " B for " + RECORDS / 2 + " records");
  }

  /** A few pending at a time: the room that a crowd of them leaves is given back, at a price. */
  private static void run(KafkaLab lab, int from, int to) {
    for (int i = from; i < to; i++) {
      lab.producer[i % 4].tap(MS + i * (60 * US), i, i % 97, 100 + i % 500);
      if (i % 1000 == 999) {
        lab.simulation.runBefore(MS + (i + 1) * (60 * US));
      }
    }
  }
}
