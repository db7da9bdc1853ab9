import { describe, expect, test } from "vitest";
import { attributionsOf, shown } from "../../helpers/attributions.js";

/**
 * Each construction in which English news gives somebody's words, with what must not be taken for it: [text, 'source | cue
 * | content' of each attribution]. An empty list is a refusal.
 */
type Rows = readonly (readonly [string, readonly string[]])[];

const CONSTRUCTIONS: Readonly<Record<string, Rows>> = {
  "marks that lack a partner": [
    ["The dam will hold,” the engineer said.", ["the engineer | said | The dam will hold"]],
    ['The board is 12" wide.\n“It fits,” Ruiz said.', ["Ruiz | said | It fits"]],
    ['The plank is 9" wide.', []],
  ],
  "marks that lack an opening": [
    ["The sailors' ferry will float,” Ruiz told the crowd.", ["Ruiz | told | The sailors' ferry will float"]],
    ["It rained. The ferry will float,” Ruiz said.", ["Ruiz | said | The ferry will float"]],
    ["The river rose 3 metres.” Nobody slept.", []],
    ['The pipe, 9", leaked.', []],
  ],
  "marks inside marks": [
    [
      "“My father told me, ‘Never sell the boat,’ and I never did,” Ruiz said.",
      ["Ruiz | said | My father told me, ‘Never sell the boat,’ and I never did"],
    ],
    ['"They chanted “No ferry” all night," Ruiz said.', ["Ruiz | said | They chanted “No ferry” all night"]],
    ["The rock ’n’ roll club closed.", []],
  ],
  "single, straight, doubled and angle marks": [
    ["'The ferry is late again,' Ruiz said.", ["Ruiz | said | The ferry is late again"]],
    ['"The ferry is late again," Ruiz said.', ["Ruiz | said | The ferry is late again"]],
    ["``The ferry is late again,'' Ruiz said.", ["Ruiz | said | The ferry is late again"]],
    ["«The ferry is late again,» Ruiz said.", ["Ruiz | said | The ferry is late again"]],
    ["The sailors' ferry left the parents' pier.", []],
  ],
  "paragraphs opened again and closed once": [
    [
      "“It is late,” Ruiz said. “We wrote to them.\n\n“We wrote twice.\n\n“Nobody answered.”\n\nThe ferry sailed at noon.",
      ["Ruiz | said | It is late … We wrote to them … We wrote twice … Nobody answered"],
    ],
    [
      "“We wrote to them,” Ruiz said.\n\n“It is not our fault,” a spokeswoman said.",
      ["Ruiz | said | We wrote to them", "a spokeswoman | said | It is not our fault"],
    ],
  ],
  "transcripts, questions and answers": [
    [
      "RUIZ: Who signed it?\n\nMAYOR OKORO: I signed it in May.",
      ["RUIZ | : | Who signed it", "MAYOR OKORO | : | I signed it in May"],
    ],
    ["Q. Who signed it?\n\nA. I signed it in May.", ["Q. | Q. | Who signed it", "A. | A. | I signed it in May"]],
    [
      "Interviewer: Who signed it?\n\nOkoro: I signed it in May.",
      ["Interviewer | : | Who signed it", "Okoro | : | I signed it in May"],
    ],
    [
      "Gazette: You said you would stay.\n\nOkoro: I did.\n\nGazette: And now?\n\nOkoro: Now I leave.",
      [
        "Gazette | : | You said you would stay",
        "You | said | you would stay",
        "Okoro | : | I did",
        "Gazette | : | And now",
        "Okoro | : | Now I leave",
      ],
    ],
    [
      "THE COURT: Be seated.\n\nMR. RUIZ: Where were you?\n\nBY MR. RUIZ:\n\nQ. Alone?\n\nA. Yes, sir.",
      ["THE COURT | : | Be seated", "MR. RUIZ | : | Where were you", "Q. | Q. | Alone", "A. | A. | Yes, sir"],
    ],
    [
      "Q: Why stay?\n\nA: For the boats.\n\nThey are old.\n\n(Laughter.)\n\nQ: All of them?\n\nA: Every one.",
      ["Q | : | Why stay", "A | : | For the boats … They are old", "Q | : | All of them", "A | : | Every one"],
    ],
    ["Score: 3-1 at half time.\n\nPrice: 5 euros for adults.", []],
    ["Ferry Watch: 40 boats late, up from 12.", ["Ferry Watch | : | 40 boats late, up from 12"]],
    [
      "Q: Why?\n\nA: The boats.\n\nDana Ruiz: They say so.\n\nEva Okoro-Lund: I do.\n\nQ: All?\n\nA: Every one.",
      [
        "Q | : | Why",
        "A | : | The boats",
        "Dana Ruiz | : | They say so",
        "Eva Okoro-Lund | : | I do",
        "Q | : | All",
        "A | : | Every one",
      ],
    ],
    ["SCORE: 3-1\n\nCROWD: 4,000", []],
    ["WHAT: The fair opens.\n\nWHERE: Mill Street.", []],
    ["A. Ruiz won the race by a mile.", []],
    ["Correction: The ferry sank in May, not in June.", []],
    ["Photo: The ferry in the harbor.", []],
  ],
  "'according to'": [
    ["According to the harbor master, the ferry left.", ["the harbor master | According to | the ferry left"]],
    ["The ferry, according to the log, left at noon.", ["the log | according to | The ferry … left at noon"]],
    [
      "The ferry left, officials said, according to the Gazette.",
      ["the Gazette | according to | The ferry left, officials said", "officials | said | The ferry left"],
    ],
    ["According to Ruiz, who chairs the board, the ferry left.", ["Ruiz | According to | the ferry left"]],
    ["According to Ruiz, the chairman, the ferry left.", ["Ruiz, the chairman | According to | the ferry left"]],
    [
      "According to Ruiz, the ferry, the oldest afloat, left.",
      ["Ruiz | According to | the ferry, the oldest afloat, left"],
    ],
    ["According to court documents, the ferry left.", ["court documents | According to | the ferry left"]],
    ["Everything went according to plan.", []],
  ],
  "whose view it is": [
    ["In Ruiz's view, the ferry is too old to sail.", ["Ruiz | In … view | the ferry is too old to sail"]],
    ["In the words of the pilot, the ferry is “a tub.”", ["the pilot | In the words of | the ferry is “a tub.”"]],
    ["As the pilot put it, the ferry is a tub.", ["the pilot | put it | the ferry is a tub"]],
    ["The ferry, as the pilot noted, is a tub.", ["the pilot | noted | The ferry … is a tub"]],
    [
      "The ferry, the Gazette reported, citing two officials, is a tub.",
      ["the Gazette | reported | The ferry … is a tub", "the Gazette | citing | two officials"],
    ],
    ["The ferry left at noon, per the harbor log.", ["the harbor log | per | The ferry left at noon"]],
    ["The ferry left at noon, per police reports.", ["police reports | per | The ferry left at noon"]],
    ["By his own account, Ruiz never saw the ferry.", ["his | By … account | Ruiz never saw the ferry"]],
    ["By the end of the day, Ruiz had left.", []],
    ["The ferry makes two trips per day, per person.", []],
    ["In view of the storm, the ferry stayed.", []],
    ["As the ferry left, it rained.", []],
  ],
  "quotations split by their cue": [
    ["“The ferry,” Ruiz said, “is late again.”", ["Ruiz | said | The ferry … is late again"]],
    ["“It is late,” said Ruiz, who runs it. “It always was.”", ["Ruiz | said | It is late … It always was"]],
    ["“It is late,” Ruiz said. The ferry “Dawn” left.", ["Ruiz | said | It is late"]],
  ],
  "posts and statements": [
    ["“The ferry is late,” Ruiz wrote on X.", ["Ruiz | wrote | The ferry is late"]],
    ["Ruiz tweeted: “The ferry is late.”", ["Ruiz | tweeted | The ferry is late"]],
    ["In a statement, the company said the ferry was safe.", ["the company | said | the ferry was safe"]],
    ["“We regret it,” read a statement from the company.", ["a statement from the company | read | We regret it"]],
    ["A sign on the pier reads “No ferry today.”", ["A sign on the pier | reads | No ferry today"]],
    ["She reads on the ferry.", []],
  ],
  headlines: [
    ["Ferry crews open to talks: official", ["official | : | Ferry crews open to talks"]],
    ["Ferry was unsafe, inspector says", ["inspector | says | Ferry was unsafe"]],
    ["Minister: Ferry will sail again", ["Minister | : | Ferry will sail again"]],
    ["Ferry unsafe for years – report", ["report | – | Ferry unsafe for years"]],
    ["Ferry disaster ‘worst in a century’, says mayor", ["mayor | says | Ferry disaster ‘worst in a century’"]],
    ["Ferry sank in June, survey shows", ["survey | shows | Ferry sank in June"]],
    ["One after another, ferry firms, even Ruiz's, declared bankruptcy.", []],
    ["Opinion: Ferry will sail again", []],
    ["‘We will float again’: Ruiz defends ferry", ["Ruiz | : | We will float again", "Ruiz | defends | ferry"]],
    ["‘The Late Ferry’: a review", []],
    ["EXCLUSIVE: Ferry to sail by June, sources say", ["sources | say | Ferry to sail by June"]],
    ["14:32 The ferry has sailed, police say.", ["police | say | The ferry has sailed"]],
    ["14:40 Police: “Avoid the pier.”", ["Police | : | Avoid the pier"]],
    ["New on deck: lifeboats", []],
  ],
  "passive and inverted cues": [
    ["It was said that the ferry would sink.", [" | was said | that the ferry would sink"]],
    ["The ferry is said to be safe.", [" | is said | The ferry … to be safe"]],
    ["Passengers were told that it had sunk.", [" | were told | that it had sunk"]],
    ["Passengers were told by the captain that it had sunk.", ["the captain | were told | that it had sunk"]],
    [
      "The ferry was described by the inspector as “a hulk.”",
      ["the inspector | was described | The ferry … as “a hulk.”"],
    ],
    ["Said the inspector: “It will not float.”", ["the inspector | Said | It will not float"]],
    ["Asked if it was safe, the inspector laughed.", [" | Asked | if it was safe"]],
    ["Ruiz was asked by reporters if it was safe.", ["reporters | was asked | if it was safe"]],
    ["It was announced on Friday that it had sunk.", [" | was announced | that it had sunk"]],
    [
      "The Gazette quoted Ruiz as saying that it sank.",
      ["The Gazette | quoted | Ruiz as saying that it sank", "Ruiz | saying | that it sank"],
    ],
    ["Wrote Ruiz in his diary: “It will not float.”", ["Ruiz | Wrote | It will not float"]],
    ["“It will not float,” came the reply.", [" | came the reply | It will not float"]],
    ["“It will not float” was the inspector's verdict.", ["the inspector | verdict | It will not float"]],
    ["“It will not float” is how the inspector put it.", ["the inspector | put it | It will not float"]],
    ["“It will not float,” is how the inspector described it.", ["the inspector | described | It will not float"]],
    ["“It will not float,” croaked Ruiz, the pilot.", ["Ruiz, the pilot | croaked | It will not float"]],
    ["“It will not float,” the pilot croaked.", ["the pilot | croaked | It will not float"]],
    ["“It will not float,” people gathered outside said.", ["people | said | It will not float"]],
    ["“The Late Ferry,” Ruiz directed.", []],
    ["Passengers were told to wait.", []],
  ],
  "no verb at all": [
    ["The minister, on the rust: “Not my problem.”", ["The minister | : | Not my problem"]],
    ["Ruiz on the delay: “We walk.”", ["Ruiz | : | We walk"]],
    ["The minister's verdict: “Not my problem.”", ["The minister | verdict: | Not my problem"]],
    ["His answer? “Not my problem.”", ["His | answer? | Not my problem"]],
    [
      "I had to change my answer: “I want the boat.” To which she said, “Thank you for that.”",
      ["my | answer: | I want the boat", "she | said | Thank you for that"],
    ],
    ["The minister was blunt: “We failed.”", ["The minister | : | We failed"]],
    ["Ruiz chose her words with care: “We failed.”", ["Ruiz | : | We failed"]],
    ["Then came the mayor: “We failed.”", ["the mayor | : | We failed"]],
    ["Ruiz's message to voters was simple: “Stay home.”", ["Ruiz | : | Stay home"]],
    ["And Ruiz? “No comment.”", ["Ruiz | ? | No comment"]],
    ["The program had one song: “Low Water.”", []],
    ["“We walk.” — Dana Ruiz (@druiz) June 3, 2023", ["Dana Ruiz (@druiz) | — | We walk"]],
    ["“We walk.” — Dana Ruiz, passenger", ["Dana Ruiz, passenger | — | We walk"]],
    ["On sale now: “The Late Ferry”", []],
  ],
  "marks that are no speech": [
    ["The “closed” sign hung on the pier.", []],
    ["She played Ophelia in “Hamlet” at the Globe.", []],
    ["Police began Operation “Quiet Harbor” on Monday.", []],
    ["Joe “The Anchor” Ruiz left the harbor.", []],
    ["The exercise, dubbed “Autumn Wave,” ended on Friday.", []],
    ["The yacht was named “My Own Business.”", []],
    ["The storm was dubbed “Big Ann.”", []],
    ["The so-called “ghost ferry” left at noon.", []],
    ["His book, “The Late Ferry,” sold well.", []],
    ["The word “ferry” comes from Old Norse.", []],
    ["(LAUGHTER)\n“(LAUGHTER)”", []],
  ],
  "source chains": [
    [
      "The Gazette reported that officials said the ferry was unsafe.",
      ["The Gazette | reported | that officials said the ferry was unsafe", "officials | said | the ferry was unsafe"],
    ],
    [
      "Ruiz said her lawyer told her the ferry was unsafe.",
      ["Ruiz | said | her lawyer told her the ferry was unsafe", "her lawyer | told | the ferry was unsafe"],
    ],
    ["The Gazette reported on Friday, citing two officials, that it sank.", ["The Gazette | reported | that it sank"]],
  ],
  "speech that goes on": [
    ["“It is late,” Ruiz said. He lit a pipe. “It always was.”", ["Ruiz | said | It is late … It always was"]],
    [
      "“It is late again.” Ruiz shook his head. “It always was late.”",
      ["Ruiz |  | It is late again … It always was late"],
    ],
    [
      "Ruiz said the ferry was late. “It always was late.”",
      ["Ruiz | said | the ferry was late", "Ruiz |  | It always was late"],
    ],
    [
      "“Was it late?” the lawyer asked.\n\n“It was very late indeed.”",
      ["the lawyer | asked | Was it late", " |  | It was very late indeed"],
    ],
    ["“Was it late?” Ruiz asked. “Was it?”", ["Ruiz | asked | Was it late … Was it"]],
    ["The ferry left at noon. “The Late Ferry” was on.", []],
  ],
  "where contents end": [
    ["Asked if it was safe, Ruiz said no.", [" | Asked | if it was safe", "Ruiz | said | no"]],
    ["Ruiz claimed he was ill.", ["Ruiz | claimed | he was ill"]],
    ["The claim that the ferry leaked was false.", [" | claim | that the ferry leaked"]],
    ["Ruiz is confident that it floats and is nervous.", ["Ruiz | is confident | that it floats"]],
    [
      "When a fan asked if he was retiring, Ruiz replied, “Never.”",
      ["a fan | asked | if he was retiring", "Ruiz | replied | Never"],
    ],
    ["Officials apologised, saying it sank.", ["Officials | saying | it sank"]],
    ["She criticised the ferry.", ["She | criticised | the ferry"]],
    [
      "Ruiz said the ferry was late. “It always was,” she added. “We walk.”",
      ["Ruiz | said | the ferry was late", "she | added | It always was … We walk"],
    ],
    [
      "“It is late,” Ruiz said.\n\n“It always was,” Okoro added.",
      ["Ruiz | said | It is late", "Okoro | added | It always was"],
    ],
  ],
};

describe.each(Object.entries(CONSTRUCTIONS))("%s", (_, rows) => {
  test.each(rows)("%s", (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });
});

test("what is told has its hearer", () => {
  const [found] = attributionsOf("Passengers were told that it had sunk.");
  expect(found?.addressee).toEqual({ start: 0, end: "Passengers".length });
});
