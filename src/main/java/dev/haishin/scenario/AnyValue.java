package dev.haishin.scenario;

/** A value that nothing is known of yet. */
final class AnyValue implements Type<Value> {
  @Override
  public Value read(Value value, String path, Reading reading) {
    return value;
  }

  @Override
  public String describe() {
    return "see the language's page";
  }
}
