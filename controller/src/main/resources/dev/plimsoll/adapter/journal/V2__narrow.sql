-- SPDX-License-Identifier: Apache-2.0
-- What changes of a decision gets narrow rows of its own, so that its bytes are written once; and
-- times are found by position. As in the first migration, every statement may find its work done.

ALTER TABLE journal ADD COLUMN IF NOT EXISTS newest BIGINT NOT NULL DEFAULT 0;

UPDATE journal SET newest = GREATEST(
    pulse,
    COALESCE((SELECT MAX(last_at) FROM readings), 0),
    COALESCE((SELECT MAX(repeated_at) FROM decision), 0),
    COALESCE((SELECT MAX(acted_at) FROM outcome), 0))
WHERE newest = 0;

-- No entry until a position is later than its instant; both grow, whatever clocks do.
CREATE TABLE IF NOT EXISTS reached (
    position BIGINT PRIMARY KEY,
    reached_at BIGINT NOT NULL
);

CREATE INDEX IF NOT EXISTS reached_by_time ON reached (reached_at DESC, position DESC);

CREATE TABLE IF NOT EXISTS decided (
    position BIGINT PRIMARY KEY,
    workload INTEGER NOT NULL,
    decided_at BIGINT NOT NULL,
    payload BYTEA NOT NULL
);

CREATE INDEX IF NOT EXISTS decided_by_workload ON decided (workload, position DESC);

-- Decisions that were repeated. One that follows the pulse was so at the journal's pulse.
CREATE TABLE IF NOT EXISTS repeated (
    position BIGINT PRIMARY KEY REFERENCES decided ON DELETE CASCADE,
    until_at BIGINT NOT NULL,
    follows BOOLEAN NOT NULL
);

-- Decisions whose action has no outcome yet.
CREATE TABLE IF NOT EXISTS unfinished (
    position BIGINT PRIMARY KEY REFERENCES decided ON DELETE CASCADE
);

INSERT INTO reached
SELECT MAX(position), reached_at FROM (
    SELECT position, MAX(at) OVER (ORDER BY position) AS reached_at FROM (
        SELECT position, decided_at AS at FROM decision
        UNION ALL
        SELECT position, acted_at FROM outcome
        UNION ALL
        SELECT last_position, last_at FROM readings
    ) AS entry
) AS instant
WHERE NOT EXISTS (SELECT 1 FROM reached)
GROUP BY reached_at;

INSERT INTO decided
SELECT position, workload, decided_at, payload FROM decision
WHERE NOT EXISTS (SELECT 1 FROM decided);

INSERT INTO repeated
SELECT position, repeated_at, follows FROM decision
WHERE (follows OR repeated_at > decided_at) AND NOT EXISTS (SELECT 1 FROM repeated);

INSERT INTO unfinished
SELECT position FROM decision WHERE unfinished AND NOT EXISTS (SELECT 1 FROM unfinished);
