package dev.haishin.scenario;

import java.util.List;
import java.util.Optional;

/**
 * A scenario, or everything that is wrong with it.
 *
 * @param scenario empty if there are problems
 */
public record ParseResult(Optional<ScenarioSpec> scenario, List<Problem> problems) {}
