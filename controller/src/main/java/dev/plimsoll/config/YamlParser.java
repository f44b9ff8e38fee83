// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.config;

import dev.plimsoll.config.YamlNode.Entry;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * YAML text as nodes that know their lines.
 *
 * <p>Only what a settings file needs: text, lists, maps. Tags are refused, so that no text can name
 * a Java class, and so are anchors and aliases: without them nothing grows when it is read, and
 * each place in the file has one path. The YAML is that of SnakeYAML (1.1); scalars stay text, and
 * what {@code no} or {@code 010} means is for the {@link Form} that reads it.
 */
final class YamlParser {
    private static final int MOST_DEPTH = 32;

    /** SnakeYAML takes time in the square of the length of a line to read it as one text. */
    private static final int LONGEST_LINE = 1 << 16;

    private final Source source;
    private final Problems problems;
    private final Iterator<Event> events;
    private final List<Reference> references = new ArrayList<>();

    /** An anchor or an alias. */
    private record Reference(int line, String text, String mend) {}

    /** Ends the parsing: SnakeYAML takes time in the square of the depth to read past it. */
    private static final class TooDeepException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int line;

        TooDeepException(int line) {
            this.line = line;
        }
    }

    private YamlParser(Source source, Problems problems) {
        this.source = source;
        this.problems = problems;
        this.events = new Yaml(options()).parse(new StringReader(source.text())).iterator();
    }

    /** Without a bound on characters, as a {@link Source} has one. */
    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        return options;
    }

    /** The documents of a text; what is wrong with it is among the problems. */
    static List<YamlNode> parse(Source source, Problems problems) {
        OptionalInt tooLong = tooLong(source.text());
        if (tooLong.isPresent()) {
            String mend = "break it, a line has at most %d characters".formatted(LONGEST_LINE);
            problems.add(tooLong.getAsInt(), "YAML", "...", mend);
            return List.of();
        }
        YamlParser parser = new YamlParser(source, problems);
        try {
            return parser.documents();
        } catch (TooDeepException e) {
            String mend = "nest at most %d levels deep".formatted(MOST_DEPTH);
            problems.add(e.line, "YAML", "...", mend);
        } catch (MarkedYAMLException e) {
            parser.refuseSyntax(e);
        } catch (ReaderException e) {
            int line = lineOf(source.text(), e.getPosition());
            String found = "U+%04X".formatted(e.getCodePoint());
            problems.add(line, "character", found, "give printable text");
        } finally {
            parser.refuseReferences();
        }
        return List.of();
    }

    /** The first line that is too long to be read in time. */
    private static OptionalInt tooLong(String text) {
        List<String> lines = text.lines().toList();
        return IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).length() > LONGEST_LINE)
                .map(i -> i + 1)
                .findFirst();
    }

    private List<YamlNode> documents() {
        List<YamlNode> documents = new ArrayList<>();
        while (events.hasNext()) {
            if (events.next() instanceof DocumentStartEvent) {
                documents.add(node(events.next(), 0));
            }
        }
        return documents;
    }

    private YamlNode node(Event event, int depth) {
        refuseExtras(event);
        return switch (event) {
            case ScalarEvent scalar -> scalar(scalar);
            case SequenceStartEvent _ when depth < MOST_DEPTH -> items(event, depth + 1);
            case MappingStartEvent _ when depth < MOST_DEPTH -> entries(event, depth + 1);
            case AliasEvent alias -> alias(alias);
            default -> tooDeep(event);
        };
    }

    private YamlNode alias(AliasEvent event) {
        String mend = "aliases are not supported; write it out";
        references.add(new Reference(line(event), "*" + event.getAnchor(), mend));
        return new YamlNode.Unusable(line(event));
    }

    private YamlNode.Scalar scalar(ScalarEvent event) {
        return new YamlNode.Scalar(line(event), event.getValue(), event.isPlain());
    }

    private YamlNode items(Event start, int depth) {
        List<YamlNode> items = new ArrayList<>();
        Event event = events.next();
        while (!(event instanceof SequenceEndEvent)) {
            items.add(node(event, depth));
            event = events.next();
        }
        return new YamlNode.Items(line(start), items);
    }

    private YamlNode entries(Event start, int depth) {
        SequencedMap<String, Entry> entries = new LinkedHashMap<>();
        Event event = events.next();
        while (!(event instanceof MappingEndEvent)) {
            YamlNode key = node(event, depth);
            put(entries, key, new Entry(line(event), node(events.next(), depth)));
            event = events.next();
        }
        return new YamlNode.Entries(line(start), entries);
    }

    private void put(SequencedMap<String, Entry> entries, YamlNode key, Entry entry) {
        if (!(key instanceof YamlNode.Scalar(int line, String text, boolean _))) {
            problems.add(key.line(), "key", key.shown(), "give text");
            return;
        }
        Entry earlier = entries.putIfAbsent(text, entry);
        if (earlier != null) {
            String mend = "stands on line %d already; keep one".formatted(earlier.keyLine());
            problems.add(line, "key", text, mend);
        }
    }

    private static YamlNode tooDeep(Event event) {
        throw new TooDeepException(line(event));
    }

    private void refuseExtras(Event event) {
        if (event instanceof NodeEvent node && !(event instanceof AliasEvent)) {
            String anchor = node.getAnchor();
            if (anchor != null) {
                String mend = "anchors are not supported; leave it out";
                references.add(new Reference(line(event), "&" + anchor, mend));
            }
        }
        String tag = tag(event);
        if (!tag.isEmpty()) {
            problems.add(line(event), "YAML", tag, "tags are not supported; leave it out");
        }
    }

    /** The tag as it is written; empty where there is none. */
    private static String tag(Event event) {
        String tag =
                switch (event) {
                    case ScalarEvent scalar -> scalar.getTag();
                    case SequenceStartEvent sequence -> sequence.getTag();
                    case MappingStartEvent mapping -> mapping.getTag();
                    default -> null;
                };
        return tag == null ? "" : tag.replace("tag:yaml.org,2002:", "!!");
    }

    /** All in one line: those of a file that grows when it is read would fill a screen. */
    private void refuseReferences() {
        if (!references.isEmpty()) {
            Reference first = references.getFirst();
            problems.add(first.line(), "YAML", first.text(), mend(first, references.size()));
        }
    }

    private static String mend(Reference first, int count) {
        return count == 1
                ? first.mend()
                : "anchors and aliases are not supported, and there are %d; write out what they stand for"
                        .formatted(count);
    }

    private void refuseSyntax(MarkedYAMLException e) {
        problems.add(SyntaxFault.of(e, source.text().lines().toList()));
    }

    /** The line of a character, counted as SnakeYAML does, in code points from 0. */
    private static int lineOf(String text, int position) {
        return 1 + (int) text.codePoints().limit(position).filter(c -> c == '\n').count();
    }

    private static int line(Event event) {
        return event.getStartMark().getLine() + 1;
    }
}
