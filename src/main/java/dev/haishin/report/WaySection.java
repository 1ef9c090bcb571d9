package dev.haishin.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The way of the message that was followed: a bar a stretch, under each other in time. */
final class WaySection {
  private static final String TITLE = "One message";
  private static final double LEFT = 150;
  private static final double ROW = 24;
  private static final double BAR = 14;
  private static final double LEAST_WIDTH = 1.5;
  private static final int WAIT = 5;
  private static final int SERVICE = 0;
  private static final int NETWORK = 4;

  private WaySection() {}

  static Section of(DeliveryWay way) {
    String summary =
        "Message "
            + way.message()
            + " to user "
            + way.recipient()
            + " took "
            + Quantity.of(way.tookMs(), "ms")
            + " from tap to screen: number "
            + way.rank()
            + " from the slowest of the "
            + way.followed()
            + " deliveries that were followed"
            + (way.followed() < way.measured()
                ? ", a sample of the "
                    + Quantity.digits(way.measured())
                    + " that were measured: others may have been slower."
                : ".");
    Markup page = new Markup().open("div", "class", "figures");
    page.add(FigureMarkup.of("way", "Where it was when", summary, draw(way, summary), table(way)));
    return Section.of("way", TITLE, page.close());
  }

  private static Markup draw(DeliveryWay way, String label) {
    Markup picture = new Markup();
    double height = ROW * (way.legs().size() + 1);
    String box = "0 0 " + Coordinates.of(SvgCanvas.WIDTH) + " " + Coordinates.of(height);
    picture.open("svg", "viewBox", box, "role", "img", "aria-label", label);
    for (int i = 0; i < way.legs().size(); i++) {
      DeliveryWay.Leg leg = way.legs().get(i);
      double top = i * ROW;
      text(picture, LEFT - 8, top + BAR, "end", leg.stage());
      boolean isLink = leg.stage().equals("network");
      bar(picture, way, top, leg.fromMs(), leg.waitMs(), WAIT, leg.stage() + ", waiting");
      double servedMs = leg.fromMs() + leg.waitMs();
      int colour = isLink ? NETWORK : SERVICE;
      bar(picture, way, top, servedMs, leg.serviceMs(), colour, leg.stage());
    }
    text(picture, LEFT, height - 6, "start", "0");
    text(picture, SvgCanvas.WIDTH, height - 6, "end", Quantity.of(way.tookMs(), "ms"));
    picture.close();
    Map<String, Integer> names = new LinkedHashMap<>();
    names.put("waiting", WAIT);
    names.put("service", SERVICE);
    names.put("network", NETWORK);
    FigureMarkup.legend(picture, names);
    return picture;
  }

  private static void bar(
      Markup picture,
      DeliveryWay way,
      double top,
      double fromMs,
      double ms,
      int colour,
      String of) {
    if (ms <= 0) {
      return;
    }
    double stretch = (SvgCanvas.WIDTH - LEFT) / way.tookMs();
    double width = Math.max(LEAST_WIDTH, ms * stretch);
    double left = Math.min(LEFT + fromMs * stretch, SvgCanvas.WIDTH - width);
    picture
        .open(
            "rect",
            "class",
            "f" + colour,
            "x",
            Coordinates.of(left),
            "y",
            Coordinates.of(top),
            "width",
            Coordinates.of(width),
            "height",
            Coordinates.of(BAR))
        .element("title", of + ": " + Quantity.of(ms, "ms"))
        .close();
  }

  private static void text(Markup picture, double x, double y, String anchor, String text) {
    String across = Coordinates.of(x);
    picture.element("text", text, "x", across, "y", Coordinates.of(y), "text-anchor", anchor);
  }

  private static DataTable table(DeliveryWay way) {
    List<List<String>> rows = new ArrayList<>();
    for (DeliveryWay.Leg leg : way.legs()) {
      rows.add(
          List.of(
              leg.stage(),
              Quantity.of(leg.fromMs(), "ms"),
              Quantity.of(leg.waitMs(), "ms"),
              Quantity.of(leg.serviceMs(), "ms"),
              leg.meaning()));
    }
    return new DataTable(List.of("stage", "since the tap", "wait", "service", "meaning"), rows);
  }
}
