import fc from "fast-check";
import { expect, test } from "vitest";
import { loadLanguageDetector } from "../../src/adapters/language.js";
import { table, wordList } from "../../src/lexicons/lexicon.js";
import { detectLanguage } from "../../src/stages/detect-language.js";
import { ignore } from "../helpers/doc.js";

const stage = detectLanguage({
  detect: await loadLanguageDetector(),
  english: wordList("english-function-words"),
  foreign: table("foreign-function-words"),
  particles: wordList("name-particles"),
});
const languageOf = (text: string) => stage.run({ article: { id: "test", text } }, ignore);

const others: [language: string, text: string][] = [
  ["de", "Der Minister sagte am Montag, dass die Gespräche mit der Gewerkschaft nicht gescheitert sind."],
  ["fr", "La ministre a déclaré lundi que les négociations avec le syndicat n'étaient pas dans une impasse."],
  ["es", "El ministro dijo el lunes que las conversaciones con los sindicatos no se han roto y que habrá acuerdo."],
  ["it", "Il ministro ha detto lunedì che le trattative con il sindacato non sono state interrotte."],
  ["pt", "O ministro disse na segunda-feira que as negociações com os sindicatos não foram interrompidas."],
  ["nl", "De minister zei maandag dat het overleg met de vakbonden niet is afgebroken en dat er een akkoord komt."],
  ["sv", "Ministern sade på måndagen att samtalen med facket inte har brutit samman och att de fortsätter."],
  ["fi", "Ministeri sanoi maanantaina, että neuvottelut eivät ole katkenneet ja että ne jatkuvat myös huomenna."],
  ["pl", "Minister powiedział w poniedziałek, że rozmowy ze związkami nie zostały zerwane i będą się toczyć dalej."],
  ["hu", "A miniszter hétfőn azt mondta, hogy a tárgyalások nem szakadtak meg, és a héten már meg is egyezhetnek."],
  [
    "ro",
    "Ministrul a spus luni că negocierile cu sindicatele nu au fost întrerupte și că vor continua în această lună.",
  ],
  [
    "tr",
    "Bakan pazartesi günü yaptığı açıklamada görüşmelerin kesilmediğini ve bu hafta için yeni bir tarih olduğunu söyledi.",
  ],
  ["id", "Menteri mengatakan pada hari Senin bahwa pembicaraan dengan serikat pekerja tidak gagal dan akan berlanjut."],
  ["vi", "Bộ trưởng cho biết hôm thứ Hai rằng các cuộc đàm phán với công đoàn không bị đổ vỡ và sẽ được tiếp tục."],
  ["ru", "Министр заявил в понедельник, что переговоры с профсоюзами не сорваны и будут продолжены."],
  ["el", "Ο υπουργός δήλωσε τη Δευτέρα ότι οι συνομιλίες με τα συνδικάτα δεν έχουν διακοπεί."],
  ["ko", "장관은 월요일 노조와의 협상이 결렬되지 않았다고 말했다."],
  ["ja", "大臣は月曜日、組合との交渉は決裂していないと述べた。"],
  ["ar", "قال الوزير يوم الاثنين إن المفاوضات مع النقابات لم تنهر وستستمر هذا الأسبوع."],
];

test.each(others)("%s: %s", (language, text) => {
  expect(languageOf(text)).toBe(language);
});

test.each([
  "",
  "42",
  "The minister said on Monday that talks with the union had not collapsed.",
  "TENNIS - MEN'S RESULTS, SECOND ROUND.",
  "Ravi Menon 6-4 6-3 Luis de la Cruz",
  "Share prices fell sharply Tuesday.",
  "Los Angeles, San Diego and Santa Fe",
  "smh @roe_j cant even rn lol http://example.com/x",
  "Real Sociedad 2 Atletico Madrid 1",
  "She called it “la dolce vita” and laughed.",
])("English when in doubt: %s", (text) => {
  expect(languageOf(text)).toBe("en");
});

test("any string gives a code", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => /^([a-z]{2,3}|und)$/.test(languageOf(text) as string)),
  );
});
