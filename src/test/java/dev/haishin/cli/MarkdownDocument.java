package dev.haishin.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands of a page, in order, each with what the page says will come of it. */
final class MarkdownDocument {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)\\n(.*?)^```$");
  private static final Pattern STATUS = Pattern.compile("#.*exit status (\\d+)");
  private static final Pattern QUOTED = Pattern.compile("'([^']*)'|\"([^\"]*)\"");
  private static final Pattern WORD = Pattern.compile("(?:'[^']*'|\"[^\"]*\"|[^\\s'\"])+");

  /**
   * One command.
   *
   * @param words as a shell would hand them over
   * @param exitStatus what a comment behind the command announces, else 0
   * @param output lines that the page shows; one with an ellipsis may look different each time
   */
  record Command(List<String> words, int exitStatus, List<String> output) {}

  private MarkdownDocument() {}

  /**
   * The lines of all {@code sh} blocks; a {@code text} block shows the output of the one before.
   */
  static List<Command> commands(String markdown) {
    List<Command> commands = new ArrayList<>();
    Matcher block = BLOCK.matcher(markdown);
    while (block.find()) {
      if (block.group(1).equals("sh")) {
        block
            .group(2)
            .replace("\\\n", " ")
            .lines()
            .map(MarkdownDocument::command)
            .forEach(commands::add);
      } else if (block.group(1).equals("text") && !commands.isEmpty()) {
        Command last = commands.remove(commands.size() - 1);
        List<String> lines = block.group(2).lines().filter(l -> !l.isBlank()).toList();
        commands.add(new Command(last.words(), last.exitStatus(), lines));
      }
    }
    commands.removeIf(command -> command.words().isEmpty());
    return commands;
  }

  private static Command command(String line) {
    Matcher status = STATUS.matcher(line);
    int exitStatus = status.find() ? Integer.parseInt(status.group(1)) : 0;
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line.replaceFirst("(^|\\s)#.*", ""));
    while (word.find()) {
      words.add(QUOTED.matcher(word.group()).replaceAll("$1$2"));
    }
    return new Command(words, exitStatus, List.of());
  }
}
