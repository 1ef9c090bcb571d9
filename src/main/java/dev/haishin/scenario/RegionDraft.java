package dev.haishin.scenario;

/**
 * A region as read, before scale.
 *
 * @param section its own keys
 */
record RegionDraft(
    String name,
    Position position,
    Section section,
    Section clients,
    Section gateways,
    Section kafka,
    Section redis,
    Section store,
    Section push,
    Section costs) {

  /** Whether all of it could be read. */
  boolean isWhole() {
    return section != null
        && section.find(Language.USERS).isPresent()
        && section.find(Language.CONNECTED).isPresent()
        && section.find(Language.ZONES).isPresent();
  }

  String home() {
    return section == null ? name : section.find(Language.HOME).orElse(name);
  }
}
