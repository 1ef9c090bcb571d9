package dev.haishin.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless Chromium, driven by its own debugging protocol: nothing but the JDK is needed. */
final class Browser implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE_SECONDS = 60;
  private static final int MOST_LOOKS = 3000;
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");

  private final Process process;
  private final WebSocket socket;
  private final BlockingQueue<JsonNode> incoming = new LinkedBlockingQueue<>();
  private final List<JsonNode> events = new ArrayList<>();
  private int lastId;

  private Browser(Process process, URI page) {
    this.process = process;
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(page, new Listener())
            .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .join();
  }

  /** The browser of this machine, if it has one. */
  static Optional<Path> installed() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Starts it with a profile of its own, and opens an empty page. */
  static Browser start(Path program, Path profile) throws IOException, InterruptedException {
    ProcessBuilder command =
        new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--remote-allow-origins=*",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(profile.resolve("browser.log").toFile());
    command.environment().put("TMPDIR", profile.toString());
    Process process = command.start();
    Browser browser;
    try {
      browser = new Browser(process, page(port(process, profile)));
    } catch (IOException | RuntimeException e) {
      process.destroyForcibly();
      throw e;
    }
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      browser.call(domain + ".enable", JSON.createObjectNode());
    }
    return browser;
  }

  /** The browser writes the port that it has taken into its profile. */
  private static int port(Process process, Path profile) throws IOException, InterruptedException {
    Path file = profile.resolve("DevToolsActivePort");
    for (int look = 0; look < MOST_LOOKS; look++) {
      if (Files.exists(file) && Files.readString(file).contains("\n")) {
        return Integer.parseInt(Files.readString(file).lines().findFirst().orElseThrow());
      }
      if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
        break;
      }
    }
    throw new IOException("no browser: " + Files.readString(profile.resolve("browser.log")));
  }

  private static URI page(int port) throws IOException, InterruptedException {
    URI list = URI.create("http://127.0.0.1:" + port + "/json/list");
    String body =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(list).build(), HttpResponse.BodyHandlers.ofString())
            .body();
    for (JsonNode target : JSON.readTree(body)) {
      if (target.path("type").asText().equals("page")) {
        return URI.create(target.path("webSocketDebuggerUrl").asText());
      }
    }
    throw new IOException("the browser has no page: " + body);
  }

  /** Opens a file in a window of a width, in CSS pixels, and waits until it is there. */
  void open(Path file, int widthPixels, boolean dark) throws IOException, InterruptedException {
    ObjectNode size = JSON.createObjectNode();
    size.put("width", widthPixels).put("height", 900).put("deviceScaleFactor", 1);
    size.put("mobile", widthPixels < 600);
    call("Emulation.setDeviceMetricsOverride", size);
    ObjectNode media = JSON.createObjectNode().put("media", "screen");
    media
        .putArray("features")
        .addObject()
        .put("name", "prefers-color-scheme")
        .put("value", dark ? "dark" : "light");
    call("Emulation.setEmulatedMedia", media);
    events.clear();
    call("Page.navigate", JSON.createObjectNode().put("url", file.toUri().toString()));
    while (events.stream().noneMatch(event -> isMethod(event, "Page.loadEventFired"))) {
      events.add(next());
    }
  }

  /** Shows the open page as it would be printed. */
  void print() throws IOException, InterruptedException {
    call("Emulation.setEmulatedMedia", JSON.createObjectNode().put("media", "print"));
  }

  /** What an expression of JavaScript gives, as JSON. */
  JsonNode evaluate(String expression) throws IOException, InterruptedException {
    ObjectNode asked = JSON.createObjectNode().put("expression", expression);
    JsonNode answer = call("Runtime.evaluate", asked.put("returnByValue", true));
    if (answer.has("exceptionDetails")) {
      throw new IOException(answer.path("exceptionDetails").toString());
    }
    return answer.path("result").path("value");
  }

  /** What went wrong since the page was opened, in the browser's own words. */
  List<String> complaints() {
    return events.stream()
        .filter(
            event ->
                isMethod(event, "Runtime.exceptionThrown")
                    || isMethod(event, "Runtime.consoleAPICalled")
                    || isMethod(event, "Log.entryAdded"))
        .map(JsonNode::toString)
        .toList();
  }

  /** All addresses asked for since the page was opened, that of the page among them. */
  List<String> requests() {
    return events.stream()
        .filter(event -> isMethod(event, "Network.requestWillBeSent"))
        .map(event -> event.path("params").path("request").path("url").asText())
        .toList();
  }

  /** A picture of the whole page. */
  void screenshot(Path file) throws IOException, InterruptedException {
    ObjectNode whole = JSON.createObjectNode().put("captureBeyondViewport", true);
    JsonNode answer = call("Page.captureScreenshot", whole);
    Files.write(file, Base64.getDecoder().decode(answer.path("data").asText()));
  }

  @Override
  public void close() throws InterruptedException {
    socket.abort();
    process.destroy();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }

  private static boolean isMethod(JsonNode event, String method) {
    return event.path("method").asText().equals(method);
  }

  private JsonNode call(String method, ObjectNode params) throws IOException, InterruptedException {
    lastId++;
    ObjectNode message = JSON.createObjectNode().put("id", lastId).put("method", method);
    message.set("params", params);
    socket.sendText(message.toString(), true).join();
    while (true) {
      JsonNode answer = next();
      if (answer.path("id").asInt() == lastId) {
        if (answer.has("error")) {
          throw new IOException(method + ": " + answer.path("error"));
        }
        return answer.path("result");
      }
      events.add(answer);
    }
  }

  private JsonNode next() throws IOException, InterruptedException {
    JsonNode message = incoming.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (message == null) {
      throw new IOException("the browser has said nothing for " + PATIENCE_SECONDS + " s");
    }
    return message;
  }

  /** Puts the pieces of each message together. */
  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        try {
          incoming.add(JSON.readTree(text.toString()));
        } catch (IOException e) {
          throw new IllegalStateException(e);
        }
        text.setLength(0);
      }
      from.request(1);
      return null;
    }
  }
}
