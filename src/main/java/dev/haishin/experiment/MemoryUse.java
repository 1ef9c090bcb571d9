package dev.haishin.experiment;

import dev.haishin.model.Footprint;
import java.util.SortedMap;

/**
 * What a world takes of the heap when its run is over, bytes.
 *
 * @param tables rows of people, connections and sessions, by the length of their arrays
 * @param messageBytes messages that were not freed
 * @param liveHeapBytes everything that is held, the program's own included, after a collection
 * @param holders what the world holds, by the class that holds it
 */
public record MemoryUse(
    Footprint tables, long messageBytes, long liveHeapBytes, SortedMap<String, Long> holders) {}
