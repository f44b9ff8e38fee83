// SPDX-License-Identifier: Apache-2.0
package dev.plimsoll.bench.kills;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plimsoll.cli.TextTable;
import dev.plimsoll.control.Replay;

/**
 * What kills left behind.
 *
 * @param actions that the fleet carried out
 * @param reconciled actions whose outcome was found out after a restart
 * @param unknown actions of which the journal says that nobody knows
 * @param unfinished actions of which it says nothing
 */
record KillsResult(
        String store,
        int kills,
        int lost,
        int doubled,
        int actions,
        int reconciled,
        int unknown,
        int unfinished,
        Replay.Result replay) {

    boolean isWell() {
        return lost == 0 && doubled == 0 && unfinished == 0 && replay.differences().isEmpty();
    }

    String table() {
        TextTable table = new TextTable("figure", "value");
        table.row("store", store);
        table.row("kills", String.valueOf(kills));
        table.row("acknowledged and lost", String.valueOf(lost));
        table.row("done twice", String.valueOf(doubled));
        table.row("actions that the fleet carried out", String.valueOf(actions));
        table.row("found out after a restart", String.valueOf(reconciled));
        table.row("of which the journal cannot know", String.valueOf(unknown));
        table.row("of which the journal says nothing", String.valueOf(unfinished));
        table.row("decisions decided again", String.valueOf(replay.decisions()));
        table.row("that came out otherwise", String.valueOf(replay.differences().size()));
        return table.toString();
    }

    String json() {
        ObjectNode root = new ObjectMapper().createObjectNode();
        root.put("schema", "plimsoll.dev/bench-kills/v1").put("store", store);
        root.put("kills", kills).put("lost", lost).put("doubled", doubled);
        root.put("actions", actions).put("reconciled", reconciled);
        root.put("unknown", unknown).put("unfinished", unfinished);
        root.put("records", replay.decisions());
        root.put("differences", replay.differences().size());
        return root.toPrettyString();
    }
}
