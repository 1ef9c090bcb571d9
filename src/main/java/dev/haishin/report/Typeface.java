package dev.haishin.report;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A family of characters that pictures can be written with. */
interface Typeface {

  /** Whether every character of the text has a shape of its own, not a box in its place. */
  boolean canDisplay(String text);

  Font font(int style, int points);

  /**
   * The face that can write a text: this one if it can, or another of the machine's.
   *
   * @return empty when none can
   */
  Optional<Typeface> writing(String text);

  /** The machine's sans serif, or empty where Java finds no font at all. */
  static Optional<Typeface> ofThisMachine() {
    System.setProperty("java.awt.headless", "true");
    try {
      Installed sansSerif = new Installed(Font.SANS_SERIF);
      sansSerif.measure();
      return Optional.of(sansSerif);
    } catch (RuntimeException | LinkageError | InternalError e) {
      return Optional.empty();
    } catch (Error e) {
      // Java reports a machine without fonts as a bare Error; what is worse must not be hidden.
      if (e instanceof VirtualMachineError) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** A family that is installed on this machine. */
  record Installed(String family) implements Typeface {
    private static final List<String> JAPANESE =
        List.of(
            "Noto Sans CJK JP",
            "Noto Sans JP",
            "IPAexGothic",
            "IPAPGothic",
            "VL PGothic",
            "VL Gothic",
            "TakaoPGothic",
            "Hiragino Sans",
            "Yu Gothic",
            "Meiryo",
            "MS PGothic");

    @Override
    public boolean canDisplay(String text) {
      return font(Font.PLAIN, 12).canDisplayUpTo(text) == -1;
    }

    @Override
    public Font font(int style, int points) {
      return new Font(family, style, points);
    }

    @Override
    public Optional<Typeface> writing(String text) {
      if (canDisplay(text)) {
        return Optional.of(this);
      }
      List<String> present =
          Arrays.asList(
              GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames());
      return Stream.concat(JAPANESE.stream().filter(present::contains), present.stream().sorted())
          .map(name -> (Typeface) new Installed(name))
          .filter(face -> face.canDisplay(text))
          .findFirst();
    }

    /** Fails where there is no font, which merely naming one does not. */
    void measure() {
      Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
      graphics.getFontMetrics(font(Font.PLAIN, 12)).stringWidth("0");
      graphics.dispose();
    }
  }
}
