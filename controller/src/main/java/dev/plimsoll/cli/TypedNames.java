// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.cli;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says what a controller refuses as it was typed: it knows the parts of a request, and a person the
 * options of a command. A refusal in another form is left as it is.
 */
final class TypedNames {
    private static final Pattern PART = Pattern.compile("(?:query|body): (\\w+) ('.*)");
    private static final Map<String, String> OPTIONS =
            Map.of(
                    "who", "--as",
                    "why", "--reason",
                    "for", "--for",
                    "change", "--change",
                    "at", "--at",
                    "since", "--since",
                    "limit", "--limit");

    private TypedNames() {}

    static String of(String refusal) {
        Matcher part = PART.matcher(refusal);
        return part.matches() && OPTIONS.containsKey(part.group(1))
                ? OPTIONS.get(part.group(1)) + " " + part.group(2)
                : refusal;
    }
}
