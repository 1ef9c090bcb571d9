package dev.haishin.model.network;

/**
 * What of a region's data has to stay in its home.
 *
 * @param bodyStays what people write
 * @param metadataStays who writes to whom
 * @param keysStay shares of encryption keys
 * @param blocks whether what breaks a rule is refused, and not only counted
 */
public record Residency(
    boolean bodyStays, boolean metadataStays, boolean keysStay, boolean blocks) {}
