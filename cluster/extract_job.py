"""Reads news articles on a Spark cluster and writes the corpus tables. README.md has the commands.

Two steps: `copydesk worker` reads each article once, its rows of all tables are kept as one staged row; then each table
is taken from the staged rows, which stand on disk, so that no article is read twice whatever happens to the second step.
"""

import argparse
import hashlib
import json
import shlex
import subprocess

from pyspark import TaskContext
from pyspark.sql import SparkSession, Window
from pyspark.sql import functions as F
from pyspark.sql import types as T

import copydesk_worker
import flatten

TYPES = {
    "string": T.StringType(),
    "integer": T.IntegerType(),
    "double": T.DoubleType(),
    "boolean": T.BooleanType(),
    "date": T.DateType(),
}
ERROR_COLUMNS = ["article_id", "source_file", "stage", "message", "record"]
MAX_RECORD = 65_536


def arguments():
    parser = argparse.ArgumentParser(description="Read articles with `copydesk worker` and write the corpus tables.")
    parser.add_argument("inputs", nargs="+", help="files, folders or globs of NDJSON (also .gz) or Parquet")
    parser.add_argument("-o", "--output", required=True, help="folder for tables/, errors/ and run/; overwritten")
    parser.add_argument("--format", choices=["ndjson", "parquet"], default="ndjson", help="what the inputs are")
    parser.add_argument("--copydesk", default="copydesk", help="the command, as each machine of the cluster has it")
    parser.add_argument("--pipeline", default="news", help="as for copydesk worker")
    parser.add_argument("--no-text", action="store_true", help="leave the articles' texts out of the tables")
    parser.add_argument("--time-limit", type=int, default=120, help="seconds for one article")
    parser.add_argument("--split-mb", type=float, default=16, help="input that one task reads")
    parser.add_argument("--schema", help="what `copydesk corpus schema --json` printed; without it the driver asks")
    parser.add_argument("--tables-only", action="store_true", help="make the tables of what an earlier run staged")
    parser.add_argument("--keep-staged", action="store_true", help="leave staged/ for --tables-only")
    return parser.parse_args()


def row_struct(table):
    """The explicit type of a table's rows."""
    return T.StructType([T.StructField(column["name"], TYPES[column["type"]]) for column in table["columns"]])


def staged_struct(tables):
    """One row an input row: the table rows of its article, or why there are none."""
    own = ["row", "article_id", "source_file", "digest", "stage", "message", "record"]
    return T.StructType(
        [T.StructField(name, T.StringType()) for name in own]
        + [T.StructField(table["name"], T.ArrayType(row_struct(table))) for table in tables]
    )


def lines_of(spark, args):
    """The input as (bytes of one JSON record, source file); blank lines are none."""
    spark.conf.set("spark.sql.files.maxPartitionBytes", int(args.split_mb * (1 << 20)))
    if args.format == "parquet":
        line = F.to_json(F.struct("*"))
        return spark.read.parquet(*args.inputs).select(line.cast("binary").alias("line"), F.input_file_name())
    # Bytes, not text: what is not UTF-8 is for the worker to judge.
    lines = spark.read.text(args.inputs, lineSep="\n").select(F.col("value").cast("binary").alias("line"), F.input_file_name())
    return lines.where(F.trim(F.regexp_replace(F.col("line").cast("string"), r"\s+", " ")) != "")


def reader(command, tables, joint, seconds):
    """A function from the rows of a partition to staged rows, one for each."""

    def read(rows):
        makers = [flatten.row_maker(table, joint) for table in tables]
        task = TaskContext.get()
        for number, (given, file) in enumerate(rows):
            line = bytes(given)
            key = f"{task.partitionId()}-{number}"
            answer = copydesk_worker.answer(line, command, seconds, task.attemptNumber())
            if "error" in answer:
                error = answer["error"]
                record = line.decode("utf-8", "replace")[:MAX_RECORD]
                told = (error["stage"], _sound(error["message"]), record)
                yield (key, _sound(answer["id"]), file, None, *told, *([None] * len(tables)))
            else:
                digest = hashlib.sha256(json.dumps(answer, sort_keys=True).encode()).hexdigest()
                made = [maker(answer) for maker in makers]
                yield (key, _sound(answer["article"]["id"]), file, digest, None, None, None, *made)

    return read


def _sound(text):
    return None if text is None else flatten.LONE_SURROGATE.sub("\ufffd", text)


def main():
    args = arguments()
    copydesk = shlex.split(args.copydesk)
    if args.schema:
        with open(args.schema, encoding="utf-8") as file:
            schema = json.load(file)
    else:
        schema = json.loads(subprocess.run([*copydesk, "corpus", "schema", "--json"], check=True, capture_output=True).stdout)
    tables, month = flatten.tables_of(schema), schema["partitionedBy"]

    spark = (
        SparkSession.builder.appName("copydesk")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.parquet.compression.codec", "zstd")
        # Version 1 moves a job's files in one go at its end; a lost task leaves nothing behind.
        .config("spark.hadoop.mapreduce.fileoutputcommitter.algorithm.version", "1")
        .config("spark.python.worker.reuse", "true")
        .getOrCreate()
    )
    remove(spark, f"{args.output}/run")
    staged_at = f"{args.output}/staged"
    if not args.tables_only:
        command = [*copydesk, "worker", "--jobs", "1", "--pipeline", args.pipeline, *(["--no-text"] if args.no_text else [])]
        lines = lines_of(spark, args)
        rows_in = lines.count()
        staged_rows = lines.rdd.mapPartitions(reader(command, tables, schema["joint"], args.time_limit))
        structure = staged_struct(tables)
        spark.createDataFrame(staged_rows, structure, verifySchema=False).write.mode("overwrite").parquet(staged_at)
        rows_out = spark.read.schema(structure).parquet(staged_at).count()
        if rows_in != rows_out:
            raise RuntimeError(f"{rows_in} rows in, {rows_out} out")

    staged = spark.read.schema(staged_struct(tables)).parquet(staged_at)
    counts = write_tables(spark, staged, tables, month, args.output)
    spark.createDataFrame([counts]).coalesce(1).write.mode("overwrite").json(f"{args.output}/run")
    if not args.keep_staged:
        remove(spark, staged_at)
    print(json.dumps(counts))


def write_tables(spark, staged, tables, month, output):
    """Writes each table and the errors. Each id stands once: of records with one id, the one of the least digest."""
    read = staged.where(F.col("digest").isNotNull())
    same_id = Window.partitionBy("article_id").orderBy("digest", "source_file", "row")
    rank, kept_digest = F.row_number().over(same_id), F.first("digest").over(same_id)
    ranked = read.select("row", "digest", rank.alias("rank"), kept_digest.alias("kept_digest"))
    is_same = F.col("digest") == F.col("kept_digest")
    ranked.where("rank > 1").select("row", is_same.alias("is_same")).write.mode("overwrite").parquet(f"{output}/repeated")
    repeated = spark.read.schema("row string, is_same boolean").parquet(f"{output}/repeated")
    kept = read if repeated.isEmpty() else read.join(repeated, "row", "left_anti")

    sizes = [F.coalesce(F.sum(F.size(table["name"])), F.lit(0)).alias(table["name"]) for table in tables]
    counts = {"rows": staged.count(), "duplicates": repeated.where("is_same").count(), **kept.agg(*sizes).first().asDict()}
    for table in tables:
        name, columns = table["name"], [column["name"] for column in table["columns"]]
        target = f"{output}/tables/{name}"
        rows = kept.select(F.explode(name).alias("item")).select("item.*")
        order = [month, *table["key"]]
        # Rebalanced, a month is a few large files, not one of each task.
        rows.hint("rebalance", month).sortWithinPartitions(*order).write.mode("overwrite").partitionBy(month).parquet(target)
        if counts[name] == 0:  # a table without rows can be read too
            rows.select([one for one in columns if one != month]).coalesce(1).write.parquet(f"{target}/{month}=unknown")

    clash = F.concat(F.lit("has the article id '"), F.col("article_id"), F.lit("', which another article has too; keep one"))
    clashing = read.join(repeated.where("NOT is_same"), "row").withColumns({"stage": F.lit("read"), "message": clash})
    errors = staged.where(F.col("digest").isNull()).select(ERROR_COLUMNS).unionByName(clashing.select(ERROR_COLUMNS))
    errors.coalesce(8).sortWithinPartitions("source_file", "article_id").write.mode("overwrite").parquet(f"{output}/errors")
    counts["errors"] = counts["rows"] - counts["duplicates"] - counts["articles"]
    remove(spark, f"{output}/repeated")
    return counts


def remove(spark, path):
    """Deletes a folder on whatever file system it lies."""
    target = spark._jvm.org.apache.hadoop.fs.Path(path)
    target.getFileSystem(spark._jsc.hadoopConfiguration()).delete(target, True)


if __name__ == "__main__":
    main()
