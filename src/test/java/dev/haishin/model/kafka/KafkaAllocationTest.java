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
    for (int i = 0; i < RECORDS; i++) {
      lab.producer[i % 4].tap(MS + i * (60 * US), i, i % 97, 100 + i % 500);
    }
    long halfNs = MS + RECORDS / 2 * (60 * US);
    lab.simulation.runBefore(halfNs);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    lab.simulation.runBefore(2 * halfNs);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;

    assertTrue(lab.worker[0].received > RECORDS / 6);
    assertTrue(allocated < RECORDS / 2, () -> allocated + " B for " + RECORDS / 2 + " records");
  }
}
