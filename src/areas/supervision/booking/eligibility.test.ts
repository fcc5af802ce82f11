import { describe, expect, it } from 'vitest'
import { conditionsFor, refusalWords } from './eligibility.ts'

const midwives = { types: ['case-work'], supervisors: 'named midwife' }
const others = { types: ['peer-review'], supervisors: 'named doctor' }

describe('who may supervise', () => {
  it('is named by the kind of supervision, and by the rows of the matrix that are for the supervisee', () => {
    expect(conditionsFor({ key: 'case-work', asks: 'advisor' }, [midwives, others])).toEqual([
      'advisor',
      'named midwife',
    ])
    expect(conditionsFor({ key: 'case-work', asks: null }, [midwives])).toEqual(['named midwife'])
  })
  it('is nobody in particular when neither names anybody', () => {
    expect(conditionsFor({ key: 'case-work', asks: null }, [others, { ...midwives, supervisors: null }])).toEqual([])
  })
  it('is said with whom it is not for, what is asked and who can instead', () => {
    const said = { asked: 'an advisor', whom: ['Ben Carter'], others: ['Amina Yusuf'] }
    expect(refusalWords('Otto Berg', 'case work', said)).toBe(
      'Otto Berg cannot supervise case work of Ben Carter. The policy asks for an advisor. These people can: Amina Yusuf',
    )
    expect(refusalWords('Otto Berg', 'case work', { ...said, whom: [], others: [] })).toBe(
      'Otto Berg cannot supervise case work. The policy asks for an advisor. Nobody is known who can',
    )
  })
})
