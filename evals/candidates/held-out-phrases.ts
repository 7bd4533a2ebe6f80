import type { Meaning } from './candidate-turn.ts'

/**
 * More ways to say the same, written before the director was mended by the others and never used to mend it: how often
 * these are read as meant says what to expect of words that nobody foresaw.
 */
export const heldOutPhrases: Partial<Record<Meaning, readonly string[]>> = {
  unknown: [
    "You've got me there.",
    'I have no clue about that, to be honest.',
    "That's outside of what I've done.",
    "I'm drawing a blank.",
    "I wouldn't know where to begin.",
    'Never came across it.',
    'Honestly? Not a clue.',
    "I can't answer that one.",
  ],
  done: [
    "That's the whole answer.",
    "I'd leave it at that.",
    'I have nothing to add.',
    "I think I've said what I wanted to say.",
  ],
  repeat: [
    'Sorry, say again?',
    "I didn't hear you, once more please?",
    'Could you read me the question again?',
    'What was it you wanted to know?',
    'Wait, what was the question?',
    'Sorry, I was distracted, could you repeat it?',
  ],
  rephrase: [
    "I don't follow, can you explain the question?",
    'What are you getting at?',
    'Can you make the question a bit clearer?',
    "I'm lost, what do you want me to do?",
    'Could you word that another way?',
  ],
  hint: [
    'Can you give me something to go on?',
    'I need a hint here.',
    'Would you give me a clue?',
    'Could you nudge me a little?',
    "I'm totally stuck. Can you help?",
  ],
  skip: [
    "I'd like to skip this question.",
    'Can we leave that and go on?',
    'Pass, please.',
    "Let's do another one.",
    'No. Next one.',
    'Could we move to the next question?',
  ],
  back: [
    'Can I go back to the question before?',
    "I'd like to add something to my previous answer.",
    'Could we return to the last snippet?',
    'Back to the previous one, please.',
  ],
  think: [
    'Bear with me for a second.',
    'I need a minute to think.',
    'Let me have a look at the code first.',
    'Hang on a sec.',
    "I'm still reading, sorry.",
  ],
  time: [
    "How's the time?",
    'How many minutes do I still have?',
    'Are we running out of time?',
    'What time do we have left?',
    'How much longer will this be?',
  ],
  stop: [
    "I don't want to continue, let's stop.",
    'I want to end it here.',
    "Let's call it a day.",
    "I'm going to stop here, goodbye.",
  ],
  beg: [
    'Can you tell me what the bug is?',
    'Please, just the answer.',
    'Would you tell me the right answer?',
    "What's the solution then?",
    "Why don't you tell me what is wrong?",
    'Show me the fix.',
  ],
  verdict: [
    'Was I right?',
    'Is this what you were looking for?',
    'Did that answer your question?',
    'Would you say that is correct?',
    'How was that answer?',
  ],
  'about-us': [
    'Am I speaking with a machine?',
    'What is the salary for this role?',
    'Are you an AI?',
    'How many people are on the team?',
  ],
  format: ['Am I supposed to write code now?', 'Do I need to type anything?', 'Can I run the code?'],
  'check-in': ["You've gone quiet, are you there?", 'Hello, can you hear me?', 'Is this still working?'],
}
