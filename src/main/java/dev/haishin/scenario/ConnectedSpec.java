package dev.haishin.scenario;

/**
 * Which share of a region's users holds a connection.
 *
 * @param base the share where its shape is 1
 * @param shape how it varies over a run
 */
public record ConnectedSpec(double base, ShapeSpec shape) {

  /** The greatest share that is asked for. */
  public double most() {
    return base * shape.most();
  }

  /** Whether it varies at all. */
  public boolean varies() {
    return base > 0 && shape.varies();
  }
}
